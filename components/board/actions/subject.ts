import { about, type Need, type WallAction } from '#components/workspace/action.ts'
import type { Ability } from '#lib/access/policy.ts'
import type { Lane, Link, Note } from '#lib/board/snapshot.ts'
import { contains, type Point } from '#lib/geometry/box.ts'
import type { NoteKindId } from '#lib/notes/kinds/index.ts'
import type { BoardState } from '../state/board-state.ts'

/** What actions are about: the notes selected that are shown. */
export const selectedNotes = (board: BoardState): Note[] =>
  [...board.selection.get().notes].flatMap(id => (board.index.has(id) ? (board.model.notes.get(id) ?? []) : []))

export const selectedLinks = (board: BoardState): Link[] =>
  [...board.selection.get().links].flatMap(id => board.model.links.get(id) ?? [])

export const selectedLane = (board: BoardState): Lane | null =>
  board.model.lanes.find(lane => lane.id === board.selection.get().lane) ?? null

/** The one group that all the notes selected, several of them, are in. */
export function selectedGroup(board: BoardState): string | null {
  const notes = selectedNotes(board)
  const group = notes[0]?.group ?? null
  const same = notes.length > 1 && group !== null && notes.every(note => note.group === group)
  return same && board.model.groups.has(group) ? group : null
}

/** The one note that keys are about: the only one selected, or the one that the arrows came to. */
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

/** The notes selected that are not locked: locked ones stay where and as they are. */
export const free = (board: BoardState): Note[] => selectedNotes(board).filter(note => !note.locked)

/** What is asked about every note selected. */
export const aboutNotes = (ability: Ability): Need =>
  about(ability, board => [...board.selection.get().notes].flatMap(id => board.model.notes.get(id) ?? []))

export const aboutLinks = (ability: Ability): Need => about(ability, selectedLinks)

/** What is asked about the notes that are not locked, of which there must be one. */
export const onFree = (ability: Ability): Pick<WallAction, 'needs' | 'unless'> => ({
  needs: [about(ability, free)],
  unless: allLocked,
})

export const allLocked = (board: BoardState): string | null =>
  hasNotes(board) && free(board).length === 0 ? 'Locked notes stay as they are; unlock them first.' : null

/** What is asked before a note is added that is nobody else's. */
export const newNote = (kind: NoteKindId) => ({ own: true, locked: false, kind })

/** Where something new goes that no gesture put anywhere: under the pointer, or the middle of what is seen. */
export function placeToPut({ pointer, viewport }: BoardState): Point {
  const at = pointer.get()
  return at && contains(viewport.visible, at) ? at : viewport.middle
}
