import { around, expand, intersects } from '../../geometry/box.ts'
import { defaultLaneHeight } from '../fields.ts'
import { positionAt, stepGap } from '../layout.ts'
import type { BoardSnapshot, Lane, Note } from '../snapshot.ts'
import { keyBetween, moveNotes } from './notes.ts'
import { addEntity, setFields, transact, type Writer } from './writer.ts'

/** Adds a lane under another; with `after` null at the bottom. */
export function addLane(
  writer: Writer,
  board: BoardSnapshot,
  lane: { name: string; actor: Lane['actor']; after?: string | null; height?: number },
): string {
  const index = lane.after ? board.lanes.findIndex(l => l.id === lane.after) : board.lanes.length - 1
  const before = board.lanes[index]?.order ?? null
  const next = board.lanes[index + 1]?.order ?? null
  return transact(writer, 'lane.add', () => {
    const id = writer.newId()
    addEntity(writer, 'lanes', id, {
      name: lane.name,
      actor: lane.actor,
      order: keyBetween(before, next !== null && before !== null && next <= before ? null : next),
      height: lane.height ?? defaultLaneHeight,
    })
    return id
  })
}

export function setLane(
  writer: Writer,
  command: string,
  id: string,
  fields: Parameters<typeof setFields<'lanes'>>[3],
): void {
  transact(writer, command, () => setFields(writer, 'lanes', id, fields))
}

/** Moves a lane one position up or down. One field is written; its notes move along. */
export function moveLane(writer: Writer, board: BoardSnapshot, id: string, by: -1 | 1): void {
  const at = board.lanes.findIndex(lane => lane.id === id)
  if (at >= 0 && at + by >= 0) moveLaneTo(writer, board, id, by === 1 ? at + 2 : at - 1)
}

/** Deletes a lane; its notes keep their position and belong to whichever lane is there then. */
export function deleteLane(writer: Writer, board: BoardSnapshot, id: string): void {
  const rest = board.lanes.filter(lane => lane.id !== id)
  const gone = board.lanes.find(lane => lane.id === id)
  if (!gone) return
  const shifted = rest.map(lane => (lane.top > gone.top ? { ...lane, top: lane.top - gone.height } : lane))
  transact(writer, 'lane.delete', () => {
    for (const note of board.notes.values())
      if (note.lane === id) setFields(writer, 'notes', note.id, { pos: positionAt(shifted, note.x, note.y, note.h) })
    setFields(writer, 'lanes', id, { deleted: true })
  })
}

/** Moves a lane to an index in the order; its notes move along. Customers' lanes always stay on top. */
export function moveLaneTo(writer: Writer, board: BoardSnapshot, id: string, index: number): void {
  const at = board.lanes.findIndex(lane => lane.id === id)
  if (at < 0 || index === at || index === at + 1 || index > board.lanes.length) return
  const others = board.lanes.filter(lane => lane.id !== id)
  const place = index > at ? index - 1 : index
  const before = others[place - 1]?.order ?? null
  const after = others[place]?.order ?? null
  transact(writer, 'lane.move', () =>
    setFields(writer, 'lanes', id, {
      order: keyBetween(before, before !== null && after !== null && after <= before ? null : after),
    }),
  )
}

/** Moves notes together into a lane, keeping their arrangement, to the right of notes that would be covered. */
export function moveToLane(writer: Writer, board: BoardSnapshot, ids: ReadonlySet<string>, laneId: string): void {
  const lane = board.lanes.find(one => one.id === laneId)
  const notes = [...board.notes.values()].filter(note => ids.has(note.id))
  const box = around(notes)
  if (!lane || !box) return
  const home = board.lanes.find(one => one.id === notes[0]?.lane)
  const offset = home ? box.y - home.top : (lane.height - box.h) / 2
  const y = lane.top + Math.max(0, Math.min(offset, lane.height - box.h))
  let { x } = box
  const others = [...board.notes.values()].filter(note => note.place === 'wall' && !ids.has(note.id))
  for (let found = true; found; ) {
    const there = expand({ ...box, x, y }, 8)
    const inWay = others.find(note => intersects(note, there))
    found = inWay !== undefined
    if (inWay) x = inWay.x + inWay.w + stepGap
  }
  const lowest = lane.top + lane.height - 1
  const place = (note: Note) => ({
    x: note.x - box.x + x,
    y: Math.min(note.y - box.y + y, lowest - note.h / 2),
  })
  moveNotes(writer, board, new Map(notes.map(note => [note.id, place(note)])))
}
