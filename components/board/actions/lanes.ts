import { ArrowDownToLine, ChevronsDown, ChevronsUp, FoldVertical, Rows3, UnfoldVertical, UserRound } from 'lucide-react'
import type { WallAction } from '#components/workspace/action.ts'
import { hugNotes } from '#lib/board/commands/lane-room.ts'
import { moveLane, setLane } from '#lib/board/commands/lanes.ts'
import { fieldValues, limits } from '#lib/board/fields.ts'
import { laneAt } from '#lib/board/layout.ts'
import type { Lane } from '#lib/board/snapshot.ts'
import { clamp } from '#lib/geometry/box.ts'
import { actors } from '#lib/method/vocabulary.ts'
import { type BoardState, factsOf } from '../state/board-state.ts'
import { addLaneUnder } from '../tools/lane.ts'
import { hasLane, selectedLane } from './subject.ts'

/** Board px that one press of a key resizes a lane by. */
const growth = 24

const moving = (by: -1 | 1): WallAction => ({
  id: by === 1 ? 'lane.down' : 'lane.up',
  label: by === 1 ? 'Lane further down' : 'Lane further up',
  group: 'lanes',
  icon: by === 1 ? ChevronsDown : ChevronsUp,
  shortcuts: [by === 1 ? 'ArrowDown' : 'ArrowUp'],
  repeats: true,
  applies: hasLane,
  needs: ['lane.change'],
  unless: board => {
    const { lanes } = board.model
    const lane = selectedLane(board)
    const beside = lane && lanes[lanes.indexOf(lane) + by]
    if (lane && !beside) return by === 1 ? 'It is the last lane already.' : 'It is the first lane already.'
    if (lane && beside && (lane.actor === 'customer') !== (beside.actor === 'customer'))
      return 'The customer’s lanes stay on top.'
    return null
  },
  perform: board => {
    const lane = selectedLane(board)
    if (!lane) return
    moveLane(board.writer, board.model, lane.id, by)
    const at = board.model.lanes.findIndex(one => one.id === lane.id)
    board.announce(`Lane ${lane.name}: ${at + 1} of ${board.model.lanes.length}`)
  },
})

export const laneUp = moving(-1)
export const laneDown = moving(1)

const resizing = (by: -1 | 1): WallAction => ({
  id: by === 1 ? 'lane.taller' : 'lane.lower',
  label: by === 1 ? 'Lane taller' : 'Lane lower',
  group: 'lanes',
  icon: by === 1 ? UnfoldVertical : FoldVertical,
  shortcuts: [by === 1 ? 'Alt+Shift+ArrowDown' : 'Alt+Shift+ArrowUp'],
  repeats: true,
  keyboardOnly: true,
  applies: hasLane,
  needs: ['lane.change'],
  perform: board => {
    const lane = selectedLane(board)
    if (!lane) return
    setLane(board.writer, 'lane.resize', lane.id, {
      height: clamp(lane.height + by * growth, ...limits.laneHeight),
    })
  },
})

/** Whose lane it is decides the lines of interaction and visibility, and what counts as a hand-off. */
export const actorActions: readonly WallAction[] = fieldValues.actor.options.map(actor => ({
  id: `lane.actor.${actor}`,
  label: `Whose lane: ${actors[actor]}`,
  short: actors[actor],
  group: 'lanes',
  icon: UserRound,
  applies: hasLane,
  needs: ['lane.change'],
  perform: board => {
    const lane = selectedLane(board)
    if (lane) setLane(board.writer, 'lane.actor', lane.id, { actor })
  },
}))

export const laneBelow: WallAction = {
  id: 'lane.add',
  label: 'New lane below',
  group: 'lanes',
  icon: Rows3,
  applies: hasLane,
  needs: ['lane.change'],
  perform: board => addLaneUnder(board, selectedLane(board)?.id ?? null),
}

export const laneHere: WallAction = {
  id: 'lane.here',
  label: 'New lane here',
  group: 'lanes',
  icon: Rows3,
  applies: board => board.selection.empty,
  needs: ['lane.change'],
  perform: board => {
    const y = board.pointer.get()?.y
    addLaneUnder(board, y === undefined ? null : (laneAt(board.model.lanes, y)?.id ?? null))
  },
}

export const fitLane: WallAction = {
  id: 'lane.fit',
  label: 'As tall as its notes need',
  group: 'lanes',
  icon: ArrowDownToLine,
  applies: hasLane,
  needs: ['lane.change'],
  perform: board => {
    const lane = selectedLane(board)
    if (lane) hug(board, [lane])
  },
}

export const fitLanes: WallAction = {
  id: 'lane.fit-all',
  label: 'All lanes as tall as their notes need',
  group: 'lanes',
  icon: ArrowDownToLine,
  applies: board => board.selection.empty && board.model.lanes.length > 0,
  needs: ['lane.change'],
  perform: board => hug(board, board.model.lanes),
}

const hug = (board: BoardState, lanes: readonly Lane[]) =>
  hugNotes(board.writer, board.model, lanes, note => board.may('note.move', factsOf(board, note)).ok)

export const laneActions: readonly WallAction[] = [
  laneBelow,
  laneHere,
  laneUp,
  laneDown,
  resizing(1),
  resizing(-1),
  fitLane,
  fitLanes,
  ...actorActions,
]
