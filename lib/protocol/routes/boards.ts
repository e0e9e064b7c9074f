import { z } from 'zod'
import { limits } from '../../board/fields.ts'
import { line } from '../fields.ts'
import type { RouteDeclaration } from '../route.ts'
import { board, moment, nothing, oneBoard, sessionStatus } from './parts.ts'
import { session } from './sessions.ts'

const role = z.enum(['facilitator', 'contributor', 'observer', 'manager', 'nobody'])
const title = line('The title')

/** A board in a person's list: with their role there, and the session that applies. */
const boardCard = board.extend({
  role: z.enum([...role.options, 'waiting']),
  session: z
    .strictObject({ id: z.string(), title: z.string(), status: sessionStatus, plannedFor: moment.nullable() })
    .nullable(),
})
export type BoardListing = z.infer<typeof boardCard>

/** A board of the same process. */
const inSeries = z.strictObject({
  id: z.string(),
  title: z.string(),
  finishedAt: moment.nullable(),
  createdAt: moment,
  url: z.string(),
  /** Whether it is the requested board. */
  here: z.boolean(),
})
export type SeriesBoard = z.infer<typeof inSeries>

/** A board in the bin. */
const binned = z.strictObject({
  id: z.string(),
  title: z.string(),
  deletedAt: moment,
  /** Who put it there, by name. */
  deletedBy: z.string().nullable(),
  /** When it is erased for good. */
  erasedAt: moment,
})
export type BinnedBoard = z.infer<typeof binned>

/** A whole number of a query; invalid input counts as `fallback`, and a number above `most` as `most`. */
const whole = (fallback: number, most: number) =>
  z
    .union([z.string(), z.number()])
    .optional()
    .transform(given => {
      const value = Number(given ?? fallback)
      return Number.isInteger(value) && value >= 0 ? Math.min(value, most) : fallback
    })

export const boardRoutes = {
  'GET /api/boards': {
    describes: 'The boards that one sees, the newest change first.',
    who: 'person',
    query: z.object({ limit: whole(100, 500), offset: whole(0, 1e9) }),
    answer: z.strictObject({ boards: z.array(boardCard) }),
  },
  'POST /api/boards': {
    describes: 'Makes a board from a template, in the workspace `?workspace=` or in one’s own.',
    who: 'board.create',
    query: z.object({ workspace: z.string().optional() }),
    input: z.strictObject({ title, template: z.string().max(60).optional() }),
    answer: oneBoard,
    status: 201,
    errors: ['too-many-kept'],
  },
  'GET /api/boards/[boardId]': {
    describes: 'A board, one’s role there, its session and the boards of the same process.',
    who: 'board.see',
    answer: z.strictObject({ board, role, session: session.nullable(), series: z.array(inSeries) }),
  },
  'PATCH /api/boards/[boardId]': {
    describes: 'Changes what a board is called and filed under.',
    who: 'board.rename',
    input: z.strictObject({
      title: title.optional(),
      customer: line('The customer', { min: 0 }).optional(),
      process: line('The process', { min: 0 }).optional(),
      tags: z
        .array(line('A tag', { max: 40 }))
        .max(limits.tags, `At most ${limits.tags} tags.`)
        .optional(),
    }),
    answer: oneBoard,
  },
  'DELETE /api/boards/[boardId]': {
    describes: 'Puts a board into the bin; for 30 days that can be taken back.',
    who: 'board.delete',
    records: 'board.delete',
    answer: nothing,
  },
  'POST /api/boards/[boardId]/undelete': {
    describes: 'Takes a deletion back.',
    who: 'board.delete',
    records: 'board.restore',
    deleted: true,
    answer: oneBoard,
    errors: ['too-many-kept'],
  },
  'DELETE /api/boards/[boardId]/for-good': {
    describes: 'Erases a board of the bin, with its history and everything else of it, for good.',
    who: 'board.erase',
    records: 'board.erase',
    deleted: true,
    answer: nothing,
  },
  'GET /api/workspaces/[workspaceId]/bin': {
    describes: 'The boards that were deleted in the last 30 days, the last one first.',
    who: 'bin.see',
    answer: z.strictObject({ boards: z.array(binned) }),
  },
  'POST /api/boards/[boardId]/duplicate': {
    describes: 'A copy of the wall as it is now, without session and people.',
    who: 'board.duplicate',
    input: z.strictObject({ title: title.optional() }),
    answer: oneBoard,
    status: 201,
    errors: ['too-many-kept'],
  },
  'POST /api/boards/[boardId]/finish': {
    describes: 'Seals the board for good and puts it into the library.',
    who: 'board.finish',
    records: 'board.finish',
    answer: oneBoard,
    errors: ['not-finished', 'too-long'],
  },
  'POST /api/boards/[boardId]/continue': {
    describes: 'A new session on a copy of the board.',
    who: 'board.duplicate',
    answer: oneBoard,
    status: 201,
    errors: ['too-many-kept'],
  },
  'GET /api/boards/[boardId]/me': {
    describes: 'Whether one waits in the lobby or is in; and whether one may take over a session that nobody leads.',
    who: 'person',
    answer: z.strictObject({
      status: z.enum(['waiting', 'in']),
      /** The participant's role. */
      role: role.optional(),
      takesOver: z.boolean().optional(),
    }),
  },
} as const satisfies Record<string, RouteDeclaration>
