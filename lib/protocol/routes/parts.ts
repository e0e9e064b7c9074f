import { z } from 'zod'

/** Schemas that several routes share. */

export const nothing = z.strictObject({})
/** Ms since 1970. */
export const moment = z.number()
export const sessionStatus = z.enum(['planned', 'open', 'ended'])
export const workspaceRole = z.enum(['owner', 'facilitator', 'manager'])

/** What guests see of a workspace: its name, and its logo as a data address. */
export const brand = z.strictObject({ name: z.string(), logo: z.string().nullable() })

/** For how long a link works. */
export const linkHours = z
  .number()
  .positive()
  .max(24 * 90, { error: 'A link works for at most 90 days.' })
  .default(24 * 7)

/** A board as lists and routes return it. */
export const board = z.strictObject({
  id: z.string(),
  title: z.string(),
  /** Its path on this server. */
  url: z.string(),
  workspaceId: z.string(),
  customer: z.string(),
  process: z.string(),
  tags: z.array(z.string()),
  createdAt: moment,
  changedAt: moment,
  finishedAt: moment.nullable(),
  /** Boards of one process are a series. */
  seriesId: z.string(),
})
export const oneBoard = z.strictObject({ board })
