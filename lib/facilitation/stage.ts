import { z } from 'zod'
import type { Phase } from '../access/phase.ts'
import { type ActivityRights, freeWork, watchOnly } from '../access/rights.ts'
import { type AgendaItem, readAgenda } from './define.ts'
import { roundId, roundKey } from './drafts.ts'
import { voteOutcome } from './voting.ts'

/**
 * The stage: what the facilitator leads, as the entity `now` of the root `stage`, written by the server alone. Times
 * are the server's, ms since 1970. A field that is missing or damaged reads as its quiet default, of a list only what
 * is damaged is left out, and what a newer version knows besides is passed over.
 */
const timer = z.object({
  /** When it ends, while it runs. */
  endsAt: z.number().nullable(),
  /** What is left, ms, while it is paused. */
  leftMs: z.number().nullable(),
  /** The length it was set to, ms. */
  totalMs: z.number(),
})
export type Timer = z.infer<typeof timer>

const spotlight = z.object({
  /** Board px. */
  rect: z.tuple([z.number(), z.number(), z.number(), z.number()]),
  noteId: z.string().nullable(),
  by: z.string(),
})

/** A vote as everyone may know it; ballots are never here. */
const vote = z.object({
  id: z.string(),
  round: z.number().int(),
  status: z.enum(['open', 'closed']),
  title: z.string(),
  dots: z.number().int(),
  perNote: z.number().int().nullable(),
  self: z.boolean(),
  /** Announced as open: names are shown afterwards. */
  open: z.boolean(),
  targets: z.array(z.string()),
  ...voteOutcome.shape,
})
export type Vote = z.infer<typeof vote>

/** What stays of a vote: dots by note, notes without a dot left out. */
const pastVote = z.object({
  id: z.string(),
  title: z.string(),
  round: z.number().int(),
  dots: z.number().int(),
  results: z.record(z.string(), z.number()),
})
export type PastVote = z.infer<typeof pastVote>
/** The list of a board's votes keeps so many; the notes keep all. */
export const pastVotesKept = 30

/** What a list holds that can be read. */
const each = <T extends z.ZodType>(accepts: T) =>
  z
    .array(z.unknown())
    .catch([])
    .transform(list =>
      list.flatMap((one): z.output<T>[] => {
        const read = accepts.safeParse(one)
        return read.success ? [read.data] : []
      }),
    )

const fields = {
  sessionId: z.string().nullable().catch(null),
  agenda: z
    .unknown()
    .optional()
    .transform(stored => readAgenda(stored).items),
  /** Id of the agenda item we are at; null: working without an agenda. */
  item: z.string().nullable().catch(null),
  timer: timer.nullable().catch(null),
  frozen: z.boolean().catch(false),
  spotlight: spotlight.nullable().catch(null),
  cursorsHidden: z.boolean().catch(false),
  vote: vote.nullable().catch(null),
  /** How many people have placed all their dots in the vote. */
  voted: z.number().int().catch(0),
  /** Votes whose results everybody has seen, the last one last. */
  votes: each(pastVote),
  /** Raised hands in order. */
  hands: each(z.string()),
  /** Who said "I'm ready" in this activity. */
  ready: each(z.string()),
  /** Number of private notes per person while a round is private; of an anonymous one, all together under ''. */
  drafts: z.record(z.string(), z.number()).catch({}),
  /** How often private notes have been revealed, by `roundKey` of lib/facilitation/drafts.ts. */
  rounds: z.record(z.string(), z.number()).catch({}),
  /** New notes of contributors wait in the inbox. */
  inbox: z.boolean().catch(false),
}
const stage = z.object(fields)
export type Stage = z.infer<typeof stage>

/** Reads the stage's fields; total. */
export const readStage = (stored: Readonly<Record<string, unknown>>): Stage => stage.parse(stored)

/** The agenda item we are at; null: none, or one that could not be read. */
export const currentItem = (now: Stage) => now.agenda.find(item => item.id === now.item) ?? null

const minute = 60_000

/** What is different on the stage after everybody was moved to an item of the agenda; null: work without an agenda. */
export function arriveAt(item: AgendaItem | null): Partial<Stage> {
  const totalMs = (item?.minutes ?? 0) * minute
  return {
    item: item?.id ?? null,
    timer: totalMs > 0 ? { endsAt: null, leftMs: totalMs, totalMs } : null,
    frozen: false,
    ready: [],
    spotlight: null,
    drafts: {},
  }
}

/** Another agenda; where we are stays if it is still on it. */
export const withAgenda = (now: Stage, items: readonly AgendaItem[]): Partial<Stage> => ({
  agenda: [...items],
  item: items.some(item => item.id === now.item) ? now.item : null,
})

/** The round that new private notes belong to now; null while the activity is not private. */
export function currentRound(now: Stage): string | null {
  const item = currentItem(now)
  if (!item?.rights.private) return null
  const { anonymous } = item.rights
  return roundId({ item: item.id, anonymous, times: now.rounds[roundKey({ item: item.id, anonymous })] ?? 0 })
}

/** When the running timer will freeze the wall, ms; null if nothing will. */
export const freezesAt = (now: Stage): number | null =>
  currentItem(now)?.freezeAtEnd && now.timer ? now.timer.endsAt : null

/** Where the agenda says nothing everybody works; where it cannot be read nobody may more than it could have said. */
const rightsNow = (now: Stage): ActivityRights => currentItem(now)?.rights ?? (now.item === null ? freeWork : watchOnly)

/** A policy phase with the stage's freeze, its timer's end included, and the activity's rights, at a server time. */
export function withStage(phase: Phase, now: Stage, serverTime: number): Phase {
  const ended = (freezesAt(now) ?? Number.POSITIVE_INFINITY) <= serverTime
  return {
    ...phase,
    frozen: now.frozen || ended,
    rights: rightsNow(now),
    round: currentRound(now),
    inbox: now.inbox,
  }
}

/** What is left on a timer at a server time, ms; 0 when it has ended, null without one. */
export function timeLeft(now: Timer | null, serverTime: number): number | null {
  if (!now) return null
  if (now.endsAt !== null) return Math.max(0, now.endsAt - serverTime)
  return now.leftMs ?? 0
}
