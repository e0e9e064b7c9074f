import { AppError } from '#server/base/errors.ts'

/** Upper limits of a workspace or board for objects that are cheap to make; far above what any workshop needs. */
export const quotas = {
  /** Boards of a workspace that are not deleted. */
  boards: 5_000,
  /** Sessions of one board: all of them are read whenever somebody opens it. */
  sessions: 200,
  /** Links into the sessions of one board that are still valid. */
  openInvites: 200,
  /** People who belong to one workspace. */
  members: 500,
  /** Links by which members can come that are still valid. */
  memberInvites: 50,
  /** Links to the replay of one board that are still valid. */
  openShares: 100,
} as const

/** Throws with the sentence unless there is room for one more. */
export function demandRoom(held: number, limit: number, sentence: string): void {
  if (held >= limit) throw new AppError('too-many-kept', sentence)
}
