import type { BoardSnapshot, Note } from '../board/snapshot.ts'

/**
 * A round of private notes: `<agenda item>.<times revealed>`, with an `a` behind it when it is anonymous. So the
 * promise of anonymity is part of the document's id: changing the activity later does not change it.
 */
export interface Round {
  item: string
  /** How often this item's notes were revealed before. */
  times: number
  anonymous: boolean
}

const shape = /^([A-Za-z0-9_-]{1,40})\.(\d{1,6})(a?)$/

export const roundId = ({ item, times, anonymous }: Round): string => `${item}.${times}${anonymous ? 'a' : ''}`

export function readRound(id: string): Round | null {
  const [, item, times, mark] = shape.exec(id) ?? []
  return item === undefined ? null : { item, times: Number(times), anonymous: mark === 'a' }
}

/** The key in the stage's `rounds` that counts an item's reveals, separately for anonymous notes. */
export const roundKey = ({ item, anonymous }: Pick<Round, 'item' | 'anonymous'>): string =>
  anonymous ? `${item}.a` : item

/** Whether the notes of a round have been revealed, by the stage's `rounds`. */
export function isOver(rounds: Readonly<Record<string, number>>, id: string): boolean {
  const round = readRound(id)
  return round === null || round.times < (rounds[roundKey(round)] ?? 0)
}

/** The id prefix of documents of private notes: one for each person and round. */
export const draftsOf = (boardId: string): string => `${boardId}.draft.`
export const draftId = (boardId: string, round: string, personId: string): string =>
  `${draftsOf(boardId)}${round}.${personId}`

const draft = /^([A-Za-z0-9_-]+)\.draft\.([A-Za-z0-9_-]+\.\d+a?)\.([^.]+)$/

/** Returns board, round and person of a document of private notes; null for any other document. */
export function readDraftId(docId: string): { boardId: string; round: string; personId: string } | null {
  const [, boardId, round, personId] = draft.exec(docId) ?? []
  return boardId === undefined || round === undefined || personId === undefined ? null : { boardId, round, personId }
}

/** Returns the notes of a draft that have text, in the order in which they were written. */
export const written = (draft: BoardSnapshot): Note[] =>
  [...draft.notes.values()].filter(note => note.text.trim() !== '').sort((a, b) => (a.z < b.z ? -1 : 1))

/** The board that a document belongs to: the board's own, or private notes on it. */
export const boardOf = (docId: string): string => docId.split('.', 1)[0] ?? docId
