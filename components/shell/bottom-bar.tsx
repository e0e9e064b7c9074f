'use client'
import { NotebookPen, PanelRight, Plus, Redo2, Undo2 } from 'lucide-react'
import { useCallback, useEffect, useState, useSyncExternalStore } from 'react'
import { useBoard } from '#components/board/state/board-context.tsx'
import { useStage } from '#components/stage/state/use-stage.ts'
import { Button } from '#components/ui/button.tsx'
import { IconButton } from '#components/ui/icon-button.tsx'
import { Menu, MenuItem } from '#components/ui/menu.tsx'
import { Popover } from '#components/ui/popover.tsx'
import { useStore } from '#components/ui/store.ts'
import { useFrame, useFrameStore } from '#components/workspace/frame-state.ts'
import type { Answer } from '#lib/access/policy.ts'
import { noteKinds } from '#lib/notes/kinds/index.ts'
import { Connection } from './connection.tsx'
import { PaletteItems } from './palette.tsx'
import { panels } from './panels.ts'
import { Zoom } from './zoom.tsx'

/** Connection and zoom; on a phone also what the palette and the rail hold elsewhere, within reach of the thumb. */
export function BottomBar() {
  return (
    <footer
      data-slot="foot"
      className="z-20 flex items-center justify-between gap-1 border-line border-t bg-paper-0 px-2 pb-[env(safe-area-inset-bottom)] max-sm:flex-wrap"
    >
      <div className="max-sm:order-2">
        <Connection />
      </div>
      <ThumbBar />
      <div className="flex items-center max-sm:order-3">
        <div className="hidden sm:flex">
          <UndoRedo />
        </div>
        <Zoom />
      </div>
    </footer>
  )
}

function UndoRedo() {
  const { undo } = useBoard()
  const subscribe = useCallback((changed: () => void) => undo.subscribe(changed), [undo])
  const read = () => `${undo.canUndo} ${undo.canRedo}`
  useSyncExternalStore(subscribe, read, read)
  return (
    <>
      <IconButton
        label="Undo"
        shortcut="Mod+Z"
        side="top"
        size="sm"
        disabled={!undo.canUndo}
        onClick={() => undo.undo()}
      >
        <Undo2 />
      </IconButton>
      <IconButton
        label="Redo"
        shortcut="Mod+Shift+Z"
        side="top"
        size="sm"
        disabled={!undo.canRedo}
        onClick={() => undo.redo()}
      >
        <Redo2 />
      </IconButton>
    </>
  )
}

/** Whether anything of the palette can be put up now, and if nothing can, why. */
function useMayPutUp(): Answer {
  const board = useBoard()
  useStore(board.access)
  const mine = { own: true, locked: false }
  const answers = [
    board.may('note.add', mine),
    ...noteKinds.map(({ id }) => board.may('note.add', { ...mine, kind: id })),
    board.may('link.add', mine),
    board.may('lane.change', mine),
  ]
  return answers.find(answer => answer.ok) ?? answers[1] ?? { ok: true }
}

function ThumbBar() {
  const [picking, setPicking] = useState(false)
  const { panel } = useFrame()
  const frame = useFrameStore()
  const board = useBoard()
  const may = useMayPutUp()
  const { item } = useStage()
  // Another activity begins: the choice that lay open was about the one before.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another activity closes it.
  useEffect(() => setPicking(false), [item])
  return (
    <div className="flex w-full items-center justify-between gap-1 py-1 sm:hidden">
      <Popover
        label="Tools and notes"
        side="top"
        align="start"
        open={picking}
        onOpenChange={open => {
          if (open && !may.ok) board.tell(may.reason)
          else setPicking(open)
        }}
        trigger={
          <Button variant="primary" aria-disabled={!may.ok} title={may.ok ? undefined : may.reason}>
            <Plus aria-hidden />
            Note
          </Button>
        }
      >
        <PaletteItems legend onPick={() => setPicking(false)} />
      </Popover>
      <div className="flex">
        <UndoRedo />
      </div>
      <Button
        aria-pressed={panel === 'pad'}
        className="aria-pressed:border-accent aria-pressed:bg-accent-soft"
        onClick={() => frame.togglePanel('pad')}
      >
        <NotebookPen aria-hidden />
        Pad
      </Button>
      <Menu
        align="end"
        side="top"
        trigger={
          <Button variant="quiet">
            <PanelRight aria-hidden />
            Panels
          </Button>
        }
      >
        {panels.map(({ id, label, icon: Icon }) => (
          <MenuItem key={id} icon={<Icon />} onSelect={() => frame.togglePanel(id)}>
            {panel === id ? `Close ${label.toLowerCase()}` : label}
          </MenuItem>
        ))}
      </Menu>
    </div>
  )
}
