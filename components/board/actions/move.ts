import {
  ArrowDown,
  ArrowLeft,
  ArrowRight,
  ArrowUp,
  MoveDown,
  MoveUp,
  Rows3,
  Scaling,
  SquareCheck,
  SquareDashedMousePointer,
} from 'lucide-react'
import { about, type WallAction } from '#components/workspace/action.ts'
import { moveToLane } from '#lib/board/commands/lanes.ts'
import { moveNotes, resizeNote } from '#lib/board/commands/notes.ts'
import { laneBeside } from '#lib/board/commands/outline.ts'
import { transact } from '#lib/board/commands/writer.ts'
import { limits } from '#lib/board/fields.ts'
import type { Lane } from '#lib/board/snapshot.ts'
import { around, clamp } from '#lib/geometry/box.ts'
import type { BoardState } from '../state/board-state.ts'
import { showLinking } from './flow.ts'
import { allLocked, free, hasNotes, noteAtKeys, onFree } from './subject.ts'
import { type Direction, firstNote, goTo, noteTowards } from './walk.ts'

const arrows = { ArrowLeft: 'left', ArrowRight: 'right', ArrowUp: 'up', ArrowDown: 'down' } as const
const ways = Object.entries(arrows) as [keyof typeof arrows, Direction][]
const unit: Record<Direction, { x: number; y: number }> = {
  left: { x: -1, y: 0 },
  right: { x: 1, y: 0 },
  up: { x: 0, y: -1 },
  down: { x: 0, y: 1 },
}
const icons = { left: ArrowLeft, right: ArrowRight, up: ArrowUp, down: ArrowDown } as const
const words: Record<Direction, string> = { left: 'to the left', right: 'to the right', up: 'up', down: 'down' }

/** Board px of one nudge, and with Shift. */
const nudges = { small: 8, large: 48 } as const
/** Board px that one press of a key resizes by. */
const growth = 16

const moves = (board: BoardState): boolean => hasNotes(board) && board.linking.get() === null

const nudging = ([key, way]: [keyof typeof arrows, Direction], size: keyof typeof nudges): WallAction => ({
  id: `move.${size}.${way}`,
  label: `Move ${words[way]}${size === 'large' ? ', further' : ''}`,
  group: 'move',
  icon: icons[way],
  shortcuts: [size === 'large' ? `Shift+${key}` : key],
  keyboardOnly: true,
  repeats: true,
  applies: moves,
  ...onFree('note.move'),
  perform: board => nudge(board, unit[way], nudges[size]),
})

/** The undo step of a board's last nudge, and what it moved: a key held down is one step. */
const lastNudges = new WeakMap<BoardState, { step: object | null; ids: string; at: number }>()
/** ms within which another nudge of the same notes joins the same step. */
const together = 1200

function nudge(board: BoardState, { x, y }: { x: number; y: number }, by: number): void {
  const notes = free(board)
  const ids = notes.map(note => note.id).join()
  const last = lastNudges.get(board)
  const now = performance.now()
  const write = () =>
    moveNotes(
      board.writer,
      board.model,
      new Map(notes.map(note => [note.id, { x: note.x + x * by, y: note.y + y * by }])),
    )
  if (last?.ids === ids && last.step !== null && last.step === board.undo.last && now - last.at < together)
    board.undo.join(write)
  else write()
  lastNudges.set(board, { step: board.undo.last, ids, at: now })
  const box = around(free(board))
  if (box) board.viewport.reveal(box)
}

const resizing = (key: keyof typeof arrows, label: string, dw: number, dh: number): WallAction => ({
  id: `move.resize.${arrows[key]}`,
  label,
  group: 'move',
  icon: Scaling,
  shortcuts: [`Alt+Shift+${key}`],
  keyboardOnly: true,
  repeats: true,
  applies: moves,
  ...onFree('note.move'),
  perform: board =>
    transact(board.writer, 'note.resize', () => {
      for (const note of free(board))
        resizeNote(board.writer, board.model, note.id, {
          x: note.x,
          y: note.y,
          w: clamp(note.w + dw * growth, ...limits.noteWidth),
          h: clamp(note.h + dh * growth, ...limits.noteHeight),
        })
    }),
})

const walking = ([key, way]: [keyof typeof arrows, Direction]): WallAction => ({
  id: `move.walk.${way}`,
  label: way === 'left' || way === 'right' ? `Walk ${words[way]} in the lane` : `Walk ${words[way]} to the next lane`,
  group: 'move',
  icon: icons[way],
  shortcuts: [key],
  keyboardOnly: true,
  repeats: true,
  applies: board => board.linking.get() !== null || board.selection.empty,
  needs: [],
  perform: board => {
    const at = board.index.has(board.current.get() ?? '') ? board.model.notes.get(board.current.get() ?? '') : undefined
    const next = at ? noteTowards(board, at, way) : firstNote(board)
    if (next) {
      goTo(board, next, false)
      showLinking(board)
    } else board.announce(at ? 'No further note that way.' : 'There is no note on the wall yet.')
  },
})

const adding = ([key, way]: [keyof typeof arrows, Direction]): WallAction => ({
  id: `move.add.${way}`,
  label: `Select the next note ${words[way]}, too`,
  group: 'move',
  icon: SquareDashedMousePointer,
  shortcuts: [`Mod+Shift+${key}`],
  keyboardOnly: true,
  repeats: true,
  applies: board => board.current.get() !== null && board.linking.get() === null,
  needs: [],
  perform: board => {
    const at = board.model.notes.get(board.current.get() ?? '')
    const next = at && noteTowards(board, at, way)
    if (!at || !next) return board.announce('No further note that way.')
    const notes = new Set([...board.selection.get().notes, at.id, next.id])
    goTo(board, next, false)
    board.selection.setNotes(notes)
    board.announce(`${notes.size} notes selected`)
  },
})

const across = (by: -1 | 1): WallAction => ({
  id: `move.lane.${by === 1 ? 'below' : 'above'}`,
  label: by === 1 ? 'Into the lane below' : 'Into the lane above',
  group: 'move',
  icon: by === 1 ? MoveDown : MoveUp,
  repeats: true,
  shortcuts: [by === 1 ? 'PageDown' : 'PageUp'],
  applies: moves,
  needs: [about('note.move', free)],
  unless: board => {
    const [note] = free(board)
    return note && !laneBeside(board.model.lanes, note.lane, by) ? 'There is no lane on that side.' : allLocked(board)
  },
  perform: board => {
    const [note] = free(board)
    const lane = note && laneBeside(board.model.lanes, note.lane, by)
    if (lane) intoLane(board, lane)
  },
})

function intoLane(board: BoardState, lane: Lane): void {
  moveToLane(board.writer, board.model, new Set(free(board).map(note => note.id)), lane.id)
  const box = around(free(board))
  if (box) board.viewport.reveal(box)
  board.announce(`Moved into the lane ${lane.name}`)
}

/** One action for each lane: moves the selected notes into it. */
export const intoLanes = (board: BoardState): WallAction[] =>
  board.model.lanes.map(lane => ({
    id: `move.into.${lane.id}`,
    label: `Into the lane: ${lane.name || 'without a name'}`,
    short: lane.name || 'without a name',
    group: 'move',
    icon: Rows3,
    applies: hasNotes,
    ...onFree('note.move'),
    perform: now => intoLane(now, lane),
  }))

export const pickNote: WallAction = {
  id: 'move.pick',
  label: 'Select or let go of the note where the keys are',
  group: 'move',
  icon: SquareCheck,
  shortcuts: ['Space'],
  native: true,
  keyboardOnly: true,
  applies: board => board.current.get() !== null && board.selection.get().lane === null,
  needs: [],
  perform: board => {
    const note = noteAtKeys(board) ?? board.model.notes.get(board.current.get() ?? '')
    if (!note) return
    board.selection.toggleNotes([note.id])
    board.announce(board.selection.has(note.id) ? 'Selected' : 'Not selected')
  },
}

export const moveActions: readonly WallAction[] = [
  ...ways.map(way => nudging(way, 'small')),
  ...ways.map(way => nudging(way, 'large')),
  ...ways.map(walking),
  ...ways.map(adding),
  resizing('ArrowRight', 'Wider', 1, 0),
  resizing('ArrowLeft', 'Narrower', -1, 0),
  resizing('ArrowDown', 'Taller', 0, 1),
  resizing('ArrowUp', 'Lower', 0, -1),
  across(-1),
  across(1),
  pickNote,
]
