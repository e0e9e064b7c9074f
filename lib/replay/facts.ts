/** What a player needs about a replay beside its rows. */
export interface ReplayFacts {
  boardId: string
  title: string
  /** ms, when the board was sealed. */
  finishedAt: number | null
  people: readonly ReplayPerson[]
  sessions: readonly { id: string; title: string; startedAt: number | null; endedAt: number | null }[]
  /** The door of the link through which it is watched: then there is no board to go to. */
  door: string | null
}

export interface ReplayPerson {
  id: string
  /** The person's names with the time since when; the oldest first, never empty. */
  names: readonly { since: number; name: string }[]
}

/** Returns a person's name at a time. */
export function nameAt({ names }: ReplayPerson, at: number): string {
  return (names.findLast(each => each.since <= at) ?? names[0])?.name ?? ''
}
