'use client'
import './selection-bar.css'
import { AlignStartVertical, Ellipsis } from 'lucide-react'
import { type ReactElement, useCallback, useLayoutEffect, useRef, useSyncExternalStore } from 'react'
import { useApplying, useWallOffer, WallActionItem } from '#components/board/actions/action-item.tsx'
import { alignActions, group, lock, ungroup, unlock } from '#components/board/actions/arrange.ts'
import { duplicate, takeOff } from '#components/board/actions/edit.ts'
import { growRight, leadTo, linkChain } from '#components/board/actions/flow.ts'
import { colourActions, kindActions } from '#components/board/actions/look.tsx'
import { SelectionMenu } from '#components/board/actions/menus.tsx'
import { selectedGroup, selectedLinks, selectedNotes } from '#components/board/actions/subject.ts'
import { nameTheGroup, writeOnLink } from '#components/board/actions/write.ts'
import { focusWall } from '#components/board/notes/roving-focus.ts'
import { useBoard, useOfBoard, useSelection } from '#components/board/state/board-context.tsx'
import type { BoardState } from '#components/board/state/board-state.ts'
import { commentActions } from '#components/comments/comment-actions.ts'
import { Glyph } from '#components/ui/glyph.tsx'
import { IconButton } from '#components/ui/icon-button.tsx'
import { Menu } from '#components/ui/menu.tsx'
import { useStore } from '#components/ui/store.ts'
import type { WallAction } from '#components/workspace/action.ts'
import { ActionIcon } from '#components/workspace/action-controls.tsx'
import { around, type Box } from '#lib/geometry/box.ts'
import { noteKind } from '#lib/notes/kinds/index.ts'
import { papers } from '#lib/notes/papers.ts'
import { panels } from './panels.ts'

/** px on screen between the selection and the bar: room for the handles. */
const gap = 36
/** px on the wall that a group's name needs over its notes, beyond the gap. */
const groupName = 20

/** The most frequent actions for the selection, in one row beside it; on a phone within reach of the thumb. */
export function SelectionBar() {
  const board = useBoard()
  const { notes, links } = useSelection()
  const shown = useShown(board)
  useStore(board.access)
  if (!shown || (notes.size === 0 && links.size === 0)) return null
  return <Bar />
}

/** Hidden while something is dragged or edited. */
function useShown(board: BoardState): boolean {
  const subscribe = useCallback(
    (changed: () => void) => {
      const stops = [
        board.gesture.subscribe(changed),
        board.previews.subscribe(changed),
        board.editing.subscribe(changed),
        board.linking.subscribe(changed),
      ]
      return () => {
        for (const stop of stops) stop()
      }
    },
    [board],
  )
  const read = () =>
    board.editing.get() === null &&
    board.linking.get() === null &&
    board.previews.own.size === 0 &&
    Object.keys(board.gesture.get()).length === 0
  return useSyncExternalStore(subscribe, read, read)
}

const details = panels.find(({ id }) => id === 'details')

function Bar() {
  const board = useBoard()
  const ref = useBesideSelection(board)
  const { notes } = useSelection()
  useLookOfSelected(board)
  const actions = useApplying(
    notes.size > 0 ? [group, nameTheGroup, ungroup, linkChain, growRight, lock, unlock] : [writeOnLink, leadTo],
  )
  const last = useApplying([duplicate, takeOff])
  return (
    <div
      ref={ref}
      role="toolbar"
      data-float
      aria-label="Selection"
      data-own-pointer
      data-own-wheel
      // A press leaves the focus on the wall.
      onMouseDown={event => event.preventDefault()}
      className="selection-bar absolute top-0 left-0 z-10 flex max-w-[calc(100%-1rem)] items-center gap-0.5 rounded-md border border-line bg-paper-0 p-1 shadow-pop"
    >
      {notes.size > 0 && (
        <>
          <Looks />
          <Separator />
        </>
      )}
      {notes.size > 1 && <BarMenu label="Align" icon={<AlignStartVertical />} list={alignActions} />}
      {actions.map(action => (
        <BarButton key={action.id} action={action} />
      ))}
      <Separator />
      {commentActions.map(action => (
        <ActionIcon key={action.id} action={action} label="Comment" size="sm" />
      ))}
      {details && <ActionIcon action={details.action} label="Details" size="sm" />}
      {last.map(action => (
        <BarButton key={action.id} action={action} />
      ))}
      <Menu
        label="More"
        onClosed={() => focusWall(board)}
        side="bottom"
        trigger={
          <IconButton size="sm" label="More">
            <Ellipsis />
          </IconButton>
        }
      >
        <SelectionMenu />
      </Menu>
    </div>
  )
}

const Separator = () => <span aria-hidden className="mx-0.5 h-5 w-px bg-line" />

/** Kind and colour show what the first of the notes has. */
function Looks() {
  const [note] = selectedNotes(useBoard())
  if (!note) return null
  const kind = noteKind(note.kind)
  const { fill, edge } = papers[note.colour ?? kind.paper]
  return (
    <>
      <BarMenu label="Kind" icon={<Glyph name={kind.icon} />} list={kindActions} />
      <BarMenu
        label="Colour"
        icon={<span className="size-4 rounded-full border" style={{ backgroundColor: fill, borderColor: edge }} />}
        list={colourActions}
      />
    </>
  )
}

function BarMenu({ label, icon, list }: { label: string; icon: ReactElement; list: readonly WallAction[] }) {
  const board = useBoard()
  const applying = useApplying(list)
  return (
    <Menu
      label={label}
      onClosed={() => focusWall(board)}
      trigger={
        <IconButton size="sm" label={label}>
          {icon}
        </IconButton>
      }
    >
      {applying.map(action => (
        <WallActionItem key={action.id} action={action} short />
      ))}
    </Menu>
  )
}

function BarButton({ action }: { action: WallAction }) {
  const { label, icon: Icon, keys, reason, press } = useWallOffer(action)
  return (
    <IconButton
      size="sm"
      label={reason === null ? label : `${label}: ${reason}`}
      shortcut={keys}
      aria-disabled={reason !== null}
      onClick={press}
    >
      <Icon />
    </IconButton>
  )
}

/** Re-renders when the selection's look changes. */
const useLookOfSelected = (board: BoardState): string =>
  useOfBoard(() =>
    selectedNotes(board)
      .slice(0, 50)
      .map(({ kind, colour, locked, group }) => `${kind} ${colour} ${locked} ${group}`)
      .join(),
  )

function selectionBox(board: BoardState): Box | null {
  const notes = selectedNotes(board)
  const box = around(notes)
  if (box && selectedGroup(board) !== null) return { ...box, y: box.y - groupName, h: box.h + groupName }
  if (box) return box
  const [link] = selectedLinks(board)
  const route = link && board.links.route(link.id)
  return route ? { ...route.label, w: 0, h: 0 } : null
}

/** Keeps the bar above the selection, or below where there is no room, by style alone. */
function useBesideSelection(board: BoardState) {
  const ref = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    let box = selectionBox(board)
    const place = () => {
      const bar = ref.current
      if (!bar || !box) return
      const { viewport } = board
      const { insets, size } = viewport
      const from = viewport.toScreen(box)
      const to = viewport.toScreen({ x: box.x + box.w, y: box.y + box.h })
      const { offsetWidth: w, offsetHeight: h } = bar
      // What is selected is out of sight, and so is what can be done with it.
      const isSeen = to.x > 0 && to.y > 0 && from.x < size.w && from.y < size.h
      bar.style.visibility = isSeen ? '' : 'hidden'
      const low = insets.left + 8
      const x = Math.max(low, Math.min((from.x + to.x - w) / 2, size.w - insets.right - w - 8))
      const above = from.y - gap - h
      const y = above >= insets.top + 8 ? above : Math.min(to.y + gap, size.h - insets.bottom - h - 8)
      bar.style.setProperty('--x', `${Math.round(x)}px`)
      bar.style.setProperty('--y', `${Math.round(Math.max(insets.top + 8, y))}px`)
    }
    place()
    const changed = () => {
      box = selectionBox(board)
      place()
    }
    const stops = [board.viewport.subscribe(place), board.selection.subscribe(changed), board.model.subscribe(changed)]
    return () => {
      for (const stop of stops) stop()
    }
  })
  return ref
}
