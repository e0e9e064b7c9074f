'use client'
import './overlay.css'
import { useCallback, useSyncExternalStore } from 'react'
import { useStore } from '#components/ui/store.ts'
import { around, type Box, expand, type Point } from '#lib/geometry/box.ts'
import { anchorOf, type Side, sides } from '#lib/geometry/route.ts'
import type { Guide } from '#lib/geometry/snapping.ts'
import { papers } from '#lib/notes/papers.ts'
import { LinkShape } from '../links/links-layer.tsx'
import { useBoard } from '../state/board-context.tsx'
import type { BoardState } from '../state/board-state.ts'
import { cornerPoint, handledLink, handledNote, handleGap, handlesFrom } from '../tools/hit.ts'
import { nextStepGhost } from '../tools/next-step.ts'
import { corners } from '../tools/tool.ts'

/** What gestures and the selection draw over the wall, in board px; `--unit` is one px on screen. */
export function Overlay() {
  return (
    <>
      <NextStep />
      <Handles />
      <LinkEnds />
      <SelectionFrame />
      <Gestures />
    </>
  )
}

/** Re-renders with the selection, the pointer's note, gestures, and changes of notes. */
function useFrame<T>(read: (board: BoardState) => T, key: (value: T) => string): T {
  const board = useBoard()
  const subscribe = useCallback(
    (changed: () => void) => {
      const stops = [
        board.selection.subscribe(changed),
        board.hover.subscribe(changed),
        board.editing.subscribe(changed),
        board.previews.subscribe(changed),
        board.model.subscribe(changed),
        board.viewport.onSettled(changed),
      ]
      return () => {
        for (const stop of stops) stop()
      }
    },
    [board],
  )
  const snapshot = () => key(read(board))
  useSyncExternalStore(subscribe, snapshot, snapshot)
  return read(board)
}

const boxKey = (box: Box | null) => (box ? `${box.x},${box.y},${box.w},${box.h}` : '')

/** Corners of the one note selected, and link handles beside the edges of it and of the note under the pointer. */
function Handles() {
  const board = useBoard()
  const { edged, cornered, grown } = useFrame(
    handles,
    ({ edged, cornered, grown }) => `${edged.map(boxKey)}/${boxKey(cornered)}/${boxKey(grown)}`,
  )
  const out = handleGap / board.viewport.get().zoom
  return (
    <>
      {edged.map(box =>
        sides.map(side => {
          const { x, y } = anchorOf(expand(box, out), side)
          const grows = box === grown && growing.includes(side)
          return (
            <span
              key={`${boxKey(box)}${side}`}
              className="edge-handle"
              data-grows={grows || undefined}
              style={{ left: x, top: y }}
            />
          )
        }),
      )}
      {cornered &&
        corners.map(corner => {
          const { x, y } = cornerPoint(cornered, corner)
          return <span key={corner} className="corner-handle" style={{ left: x, top: y }} />
        })}
    </>
  )
}

/** Zoom from which a hint has room in the place of a note. */
const hintFrom = 0.5

/** Where Tab would put the next step, until people know. */
function NextStep() {
  const box = useFrame(nextStep, boxKey)
  return (
    box && (
      <div className="next-step" style={{ left: box.x, top: box.y, width: box.w, height: box.h }}>
        <span>Tab: the next, linked</span>
      </div>
    )
  )
}

function nextStep(board: BoardState): Box | null {
  const editing = board.editing.get()
  const [only = null, more] = board.selection.get().notes
  const id = editing?.root === 'notes' ? editing.id : editing || more !== undefined ? null : only
  const isClose = board.viewport.get().zoom >= hintFrom
  return id === null || !isClose || board.previews.own.size > 0 ? null : nextStepGhost(board, id)
}

/** Where the one link selected can be taken by its ends. */
function LinkEnds() {
  const points = useFrame(linkEnds, ends => ends.map(({ x, y }) => `${x},${y}`).join())
  return points.map(({ x, y }) => <span key={`${x},${y}`} className="link-end" style={{ left: x, top: y }} />)
}

function linkEnds(board: BoardState): Point[] {
  const handled = board.editing.get() ? null : handledLink(board)
  const [first] = handled?.route.points ?? []
  const last = handled?.route.points.at(-1)
  return first && last ? [first, last] : []
}

/** Sides on which a press at the selected note plainly grows the next step. */
const growing: readonly Side[] = ['right', 'bottom']

function handles(board: BoardState): { edged: Box[]; cornered: Box | null; grown: Box | null } {
  if (board.editing.get() || board.previews.own.size > 0) return { edged: [], cornered: null, grown: null }
  const selected = handledNote(board)
  const hovered = board.hover.get()
  const under = hovered === null || hovered === selected?.id ? undefined : board.model.notes.get(hovered)
  const near = under && under.w * board.viewport.get().zoom >= handlesFrom && board.may('link.add').ok ? [under] : []
  const linkable = selected && board.may('link.add').ok ? [selected, ...near] : near
  const edged = linkable.map(note => board.previews.boxOf(note))
  return {
    edged,
    cornered: selected && !selected.locked ? selected : null,
    grown: (selected && linkable[0] === selected && edged[0]) || null,
  }
}

/** One thin frame around several selected notes. */
function SelectionFrame() {
  const box = useFrame(selectedBox, boxKey)
  return box && <div className="selection-frame" style={{ left: box.x, top: box.y, width: box.w, height: box.h }} />
}

function selectedBox(board: BoardState): Box | null {
  const { notes } = board.selection.get()
  if (notes.size < 2) return null
  const boxes: Box[] = []
  for (const id of notes) {
    const note = board.model.notes.get(id)
    if (note && board.index.has(id)) boxes.push(board.previews.boxOf(note))
  }
  const box = around(boxes)
  return box && expand(box, 8)
}

function Gestures() {
  const { marquee, guides, link, ghosts } = useStore(useBoard().gesture)
  return (
    <>
      {marquee && (
        <div className="marquee" style={{ left: marquee.x, top: marquee.y, width: marquee.w, height: marquee.h }} />
      )}
      {ghosts?.map(({ box, paper, kind }) => (
        <div
          key={boxKey(box) + (kind ?? '')}
          className="ghost"
          style={{ left: box.x, top: box.y, width: box.w, height: box.h, '--fill': papers[paper].fill }}
        />
      ))}
      {guides?.map(guide => (
        <div
          key={`${guide.across}${guide.at}`}
          className="guide"
          data-across={guide.across}
          style={guideStyle(guide)}
        />
      ))}
      {link && (
        <svg aria-hidden="true" className="links-layer">
          <LinkShape route={link.route} className="link" data-selected />
        </svg>
      )}
      {link?.over && <Target id={link.over} />}
    </>
  )
}

/** The note that a link being drawn would reach. */
function Target({ id }: { id: string }) {
  const note = useBoard().model.notes.get(id)
  return note ? (
    <div className="link-target" style={{ left: note.x, top: note.y, width: note.w, height: note.h }} />
  ) : null
}

const guideStyle = ({ across, at, from, to }: Guide) =>
  across === 'x' ? { left: at, top: from, height: to - from } : { top: at, left: from, width: to - from }
