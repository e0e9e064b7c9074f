import { groupsOnWall } from '../board/commands/groups.ts'
import type { BoardSnapshot, Lane, Link, Note } from '../board/snapshot.ts'
import { around, type Box, expand } from '../geometry/box.ts'
import { type BoardView, project } from '../method/projection.ts'

export interface LaidOut {
  readonly lanes: readonly Lane[]
  /** The lowest in the stack first. */
  readonly notes: readonly Note[]
  readonly links: readonly Link[]
  /** Named groups, px around their notes. */
  readonly groups: readonly (Box & { id: string; name: string })[]
  /** px: wide enough for what lies in the lanes. */
  readonly width: number
}

/** px between parked notes, and between them and the wall. */
const [gap, below] = [24, 120]
const perRow = 8
/** px between a group's notes and the line around them, as on the wall. */
const groupMargin = 14

/**
 * One version of a board for other drawing tools: parked notes lie in rows under the wall, notes in the inbox are left
 * out.
 */
export function layOut(board: BoardSnapshot, view: BoardView = 'as-is'): LaidOut {
  const { notes: seen, links, lanes } = project(board, view)
  const wall = [...seen.values()].filter(note => note.place === 'wall')
  const parked = [...seen.values()].filter(note => note.place === 'parking')
  const bottom = lanes.reduce((low, lane) => Math.max(low, lane.top + lane.height), 0)
  const low = wall.reduce((y, note) => Math.max(y, note.y + note.h), bottom)
  const [w, h] = parked.reduce(([a, b], note) => [Math.max(a, note.w), Math.max(b, note.h)], [0, 0])
  const laid = parked.map((note, index) => ({
    ...note,
    x: gap + (index % perRow) * (w + gap),
    y: low + below + Math.floor(index / perRow) * (h + gap),
    lane: null,
  }))
  const notes = [...wall, ...laid].sort((a, b) => (a.z < b.z ? -1 : a.z > b.z ? 1 : a.id < b.id ? -1 : 1))
  const ids = new Set(notes.map(note => note.id))
  return {
    lanes,
    notes,
    links: [...links.values()].filter(link => ids.has(link.from) && ids.has(link.to)),
    groups: namedGroups(board, seen),
    width: Math.ceil(wall.reduce((right, note) => Math.max(right, note.x + note.w + 80), 1200)),
  }
}

/** Returns the groups that have a name, around their visible notes. */
export const namedGroups = (board: BoardSnapshot, seen: ReadonlyMap<string, Note>): LaidOut['groups'] =>
  [...groupsOnWall(board)].flatMap(([id, members]) => {
    const name = board.groups.get(id)?.name ?? ''
    const box = around(members.flatMap(note => seen.get(note.id) ?? []))
    return name && box ? [{ id, name, ...expand(box, groupMargin) }] : []
  })
