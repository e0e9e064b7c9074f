import { z } from 'zod'

/** What people can show for a moment. */
export const reactionIds = ['agree', 'love', 'applause', 'laugh', 'unsure', 'disagree'] as const

/** The signals that a client may send to all on a board; those that mean what a command decided are the server's alone. */
export const clientSignal = z.strictObject({ signal: z.literal('reaction'), data: z.enum(reactionIds) })
