import type { BoardSnapshot, Made } from '../board/snapshot.ts'
import { reportOf } from './report.ts'

/** What one person wrote on a board, and what they are to see to. */
export interface OwnWriting {
  notes: { kind: string; text: string }[]
  comments: { text: string; at: number }[]
  actions: { label: string; due: string; done: boolean }[]
}

/** `own` says whether the person made something; actions are theirs when they stand under `name`. */
export function ownWriting(board: BoardSnapshot, own: (made: Made) => boolean, name: string): OwnWriting {
  const same = (owner: string | null) => owner?.trim().toLocaleLowerCase() === name.trim().toLocaleLowerCase()
  return {
    notes: [...board.notes.values()].filter(note => own(note.made)).map(({ kind, text }) => ({ kind, text })),
    comments: [...board.comments.values()].filter(each => own(each.made)).map(({ text, at }) => ({ text, at })),
    actions: reportOf(board, () => null)
      .actions.filter(action => same(action.verdictOwner))
      .map(({ label, due, done }) => ({ label, due: due ?? '', done })),
  }
}
