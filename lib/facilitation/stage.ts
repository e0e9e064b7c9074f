import { z } from 'zod'
import type { Phase } from '../access/phase.ts'
import { type ActivityRights, freeWork, watchOnly } from '../access/rights.ts'
import { type AgendaItem, readAgenda } from './define.ts'
import { roundId, roundKey } from './drafts.ts'
import { voteOutcome } from './voting.ts'

/**
 * The stage: what the facilitator controls, as the entity `now` of the root `stage`, written only by the server. Times
 * are the server's, ms since 1970. A missing or damaged field reads as its default, of a list only damaged items are
 * left out, and unknown fields of a newer version are ignored.
 */
const timer = z.object({
  /** When it ends, while it runs. */
  endsAt: z.number().nullable(),
  /** Time left while it is paused, ms. */
  leftMs: z.number().nullable(),
  /** Length that was set, ms. */
  totalMs: z.number(),
})
export type Timer = z.infer<typeof timer>

const spotlight = z.object({
  /** Board px. */
  rect: z.tuple([z.number(), z.number(), z.number(), z.number()]),
  noteId: z.string().nullable(),
  by: z.string(),
})

/** A vote as everybody may see it; ballots are never here. */
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

/** What remains of a vote: dots by note, without notes that have none. */
const pastVote = z.object({
  id: z.string(),
  title: z.string(),
  round: z.number().int(),
  dots: z.number().int(),
  results: z.record(z.string(), z.number()),
})
export type PastVote = z.infer<typeof pastVote>
/** Number of votes in the board's list; the notes keep all results. */
export const pastVotesKept = 30

/** A list of the items that can be read. */
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
  /** Id of the current agenda item; null: working without an agenda. */
  item: z.string().nullable().catch(null),
  timer: timer.nullable().catch(null),
  frozen: z.boolean().catch(false),
  spotlight: spotlight.nullable().catch(null),
  cursorsHidden: z.boolean().catch(false),
  vote: vote.nullable().catch(null),
  /** Number of people who have placed all their dots in the vote. */
  voted: z.number().int().catch(0),
  /** Votes whose results everybody has seen, the latest last. */
  votes: each(pastVote),
  /** Raised hands in order. */
  hands: each(z.string()),
  /** Who said "I'm ready" in this activity. */
  ready: each(z.string()),
  /** Number of private notes per person while a round is private; of an anonymous one, all together under ''. */
  drafts: z.record(z.string(), z.number()).catch({}),
  /** How often private notes were revealed, by `roundKey` of lib/facilitation/drafts.ts. */
  rounds: z.record(z.string(), z.number()).catch({}),
  /** New notes of contributors wait in the inbox. */
  inbox: z.boolean().catch(false),
}
const stage = z.object(fields)
export type Stage = z.infer<typeof stage>

/** Reads the stage's fields; never throws. */
export const readStage = (stored: Readonly<Record<string, unknown>>): Stage => stage.parse(stored)

/** Returns the current agenda item; null: none, or one that could not be read. */
export const currentItem = (now: Stage) => now.agenda.find(item => item.id === now.item) ?? null

const minute = 60_000

/**
 * Returns the fields that change when everybody moves to an agenda item at `now`, ms since 1970; null: working without
 * an agenda.
 */
export function enterActivity(item: AgendaItem | null, now: number): Partial<Stage> {
  const totalMs = (item?.minutes ?? 0) * minute
  const clock = item?.startsTimer ? { endsAt: now + totalMs, leftMs: null } : { endsAt: null, leftMs: totalMs }
  return {
    item: item?.id ?? null,
    timer: totalMs > 0 ? { ...clock, totalMs } : null,
    frozen: false,
    ready: [],
    spotlight: null,
    drafts: {},
  }
}

/** Returns the fields that change with a new agenda; the current item stays if it is still in it. */
export const withAgenda = (now: Stage, items: readonly AgendaItem[]): Partial<Stage> => ({
  agenda: [...items],
  item: items.some(item => item.id === now.item) ? now.item : null,
})

/** Returns the round that new private notes belong to; null while the activity is not private. */
export function currentRound(now: Stage): string | null {
  const item = currentItem(now)
  if (!item?.rights.private) return null
  const { anonymous } = item.rights
  return roundId({ item: item.id, anonymous, times: now.rounds[roundKey({ item: item.id, anonymous })] ?? 0 })
}

/** Returns when the running timer will freeze the wall, ms; null if it will not. */
export const freezesAt = (now: Stage): number | null =>
  currentItem(now)?.freezeAtEnd && now.timer ? now.timer.endsAt : null

/** Without an agenda everybody may do everything; with an unreadable item people may only watch. */
const rightsNow = (now: Stage): ActivityRights => currentItem(now)?.rights ?? (now.item === null ? freeWork : watchOnly)

/** Returns a phase with the stage's freeze (also by the timer's end) and the activity's rights, at a server time. */
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

/** Returns the time left on a timer at a server time, ms; 0 when it has ended, null without one. */
export function timeLeft(now: Timer | null, serverTime: number): number | null {
  if (!now) return null
  if (now.endsAt !== null) return Math.max(0, now.endsAt - serverTime)
  return now.leftMs ?? 0
}
