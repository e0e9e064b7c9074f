/** What a player knows about a replay beside its rows. */
export interface ReplayFacts {
  boardId: string
  title: string
  /** ms, when the board was sealed. */
  finishedAt: number | null
  people: readonly ReplayPerson[]
  sessions: readonly { id: string; title: string; startedAt: number | null; endedAt: number | null }[]
  /** Of the link it is looked at through: then there is no board behind it to go to. */
  door: string | null
}

export interface ReplayPerson {
  id: string
  /** What they were called, from when on; the oldest first, never empty. */
  names: readonly { since: number; name: string }[]
}

/** What somebody was called at a time. */
export function nameAt({ names }: ReplayPerson, at: number): string {
  return (names.findLast(each => each.since <= at) ?? names[0])?.name ?? ''
}
