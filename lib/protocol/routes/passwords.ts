import { z } from 'zod'
import { email, password } from '../fields.ts'
import type { RouteDeclaration } from '../route.ts'
import { moment, nothing } from './parts.ts'

const token = z.string({ error: 'The link is missing.' }).max(200)
const resetLink = z.strictObject({ url: z.string(), expiresAt: moment })
const who = { email }

/** What the operator may ask for at a terminal. */
export const operatorAsks = z.discriminatedUnion('act', [
  z.strictObject({ act: z.literal('list') }),
  z.strictObject({ act: z.literal('reset'), ...who }),
  z.strictObject({ act: z.literal('promote'), ...who, workspaceId: z.string().max(100).optional() }),
  z.strictObject({ act: z.literal('disable'), ...who }),
  z.strictObject({ act: z.literal('enable'), ...who }),
  z.strictObject({ act: z.literal('drop-factor'), ...who }),
])

/** Forgotten passwords, and what else the operator does for people. */
export const passwordRoutes = {
  'POST /api/password/forgotten': {
    describes: 'Sends a link that resets the password to whoever has this address; says the same when nobody has.',
    who: 'anyone',
    input: z.strictObject(who),
    answer: nothing,
    errors: ['not-found'],
  },
  'POST /api/password/reset/look': {
    describes: 'Whose password a link resets.',
    who: 'anyone',
    input: z.strictObject({ token }),
    answer: z.strictObject({ email: z.string() }),
    errors: ['no-such-link'],
  },
  'POST /api/password/reset': {
    describes: 'Sets a new password by such a link, and ends all sign-ins of the person.',
    who: 'anyone',
    input: z.strictObject({ token, password }),
    answer: nothing,
    errors: ['no-such-link'],
  },
  'POST /api/workspaces/[workspaceId]/members/[personId]/reset': {
    describes: 'Makes a link by which a member sets a new password; it works once, for a day.',
    who: 'workspace.reset',
    records: 'member.reset',
    answer: z.strictObject({ reset: resetLink }),
    status: 201,
  },
  'POST /api/operator/people': {
    describes: 'What the operator does for people: `npm run people`.',
    who: 'operator',
    input: operatorAsks,
    answer: z.strictObject({ says: z.array(z.string()) }),
    errors: ['not-found'],
  },
} as const satisfies Record<string, RouteDeclaration>
