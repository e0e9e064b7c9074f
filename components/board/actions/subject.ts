import { about, type Need, type WallAction } from '#components/workspace/action.ts'
import type { Ability } from '#lib/access/policy.ts'
import type { Lane, Link, Note } from '#lib/board/snapshot.ts'
import { contains, type Point } from '#lib/geometry/box.ts'
import type { NoteKindId } from '#lib/notes/kinds/index.ts'
import type { BoardState } from '../state/board-state.ts'

/** The notes that actions are about: selected and visible. */
export const selectedNotes = (board: BoardState): Note[] =>
  [...board.selection.get().notes].flatMap(id => (board.index.has(id) ? (board.model.notes.get(id) ?? []) : []))

export const selectedLinks = (board: BoardState): Link[] =>
  [...board.selection.get().links].flatMap(id => board.model.links.get(id) ?? [])

export const selectedLane = (board: BoardState): Lane | null =>
  board.model.lanes.find(lane => lane.id === board.selection.get().lane) ?? null

/** Returns the one group that all selected notes share; null without one. */
export function selectedGroup(board: BoardState): string | null {
  const notes = selectedNotes(board)
  const group = notes[0]?.group ?? null
  const same = notes.length > 1 && group !== null && notes.every(note => note.group === group)
  return same && board.model.groups.has(group) ? group : null
}

/** Returns the note that keys act on: the only selected one, or the focused one. */
export function noteAtKeys(board: BoardState): Note | null {
  const { notes, links, lane } = board.selection.get()
  if (links.size > 0 || lane !== null || notes.size > 1) return null
  const [only] = notes
  const id = only ?? board.current.get()
  return id !== null && board.index.has(id) ? (board.model.notes.get(id) ?? null) : null
}

export const hasNotes = (board: BoardState): boolean => board.selection.get().notes.size > 0
export const hasSeveral = (count: number) => (board: BoardState) => board.selection.get().notes.size >= count
export const hasLane = (board: BoardState): boolean => selectedLane(board) !== null
export const hasOneLink = (board: BoardState): boolean => {
  const { notes, links } = board.selection.get()
  return links.size === 1 && notes.size === 0
}

/** Selected notes that are not locked; locked ones keep their position and look. */
export const free = (board: BoardState): Note[] => selectedNotes(board).filter(note => !note.locked)

/** A check of an ability for every selected note. */
export const aboutNotes = (ability: Ability): Need =>
  about(ability, board => [...board.selection.get().notes].flatMap(id => board.model.notes.get(id) ?? []))

export const aboutLinks = (ability: Ability): Need => about(ability, selectedLinks)

/** A check of an ability for the unlocked notes, of which there must be one. */
export const onFree = (ability: Ability): Pick<WallAction, 'needs' | 'unless'> => ({
  needs: [about(ability, free)],
  unless: allLocked,
})

export const allLocked = (board: BoardState): string | null =>
  hasNotes(board) && free(board).length === 0 ? 'Locked notes stay as they are; unlock them first.' : null

/** The facts for adding a note of one's own. */
export const newNote = (kind: NoteKindId) => ({ own: true, locked: false, kind })

/** Returns the point for something new without a gesture: under the pointer, or the middle of the visible part. */
export function placeToPut({ pointer, viewport }: BoardState): Point {
  const at = pointer.get()
  return at && contains(viewport.visible, at) ? at : viewport.middle
}
