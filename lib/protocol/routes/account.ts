import { z } from 'zod'
import { password, typedCode, typedPassword } from '../fields.ts'
import type { RouteDeclaration } from '../route.ts'
import { moment, nothing } from './parts.ts'

/** One browser in which a person is signed in. */
const ownSignIn = z.strictObject({
  id: z.string(),
  /** Browser and system in words; null when it did not say. */
  device: z.string().nullable(),
  madeAt: moment,
  /** To about five minutes. */
  usedAt: moment,
  /** The one that asks. */
  here: z.boolean(),
})
export type OwnSignIn = z.infer<typeof ownSignIn>

/** One's password, asked for again. */
const again = z.strictObject({ password: typedPassword })
const recoveryCodes = z.strictObject({ codes: z.array(z.string()) })

/** A person's own account. */
export const accountRoutes = {
  'POST /api/account/password': {
    describes: 'Changes one’s own password, and ends one’s other sign-ins if wished.',
    who: 'person',
    input: z.strictObject({ current: typedPassword, password, endOthers: z.boolean().default(true) }),
    answer: nothing,
    errors: ['password-wrong'],
  },
  'POST /api/account/second-factor': {
    describes: 'Begins to set up a second factor: what an authenticator app needs, as a QR code and to type.',
    who: 'person',
    input: again,
    answer: z.strictObject({ secret: z.string(), uri: z.string() }),
    errors: ['password-wrong'],
  },
  'POST /api/account/second-factor/confirm': {
    describes: 'Turns it on by its first code, and tells the recovery codes once.',
    who: 'person',
    input: z.strictObject({ code: typedCode }),
    answer: recoveryCodes,
    errors: ['code-wrong'],
  },
  'POST /api/account/second-factor/codes': {
    describes: 'Makes new recovery codes in place of the earlier ones.',
    who: 'person',
    input: again,
    answer: recoveryCodes,
    errors: ['password-wrong'],
  },
  'DELETE /api/account/second-factor': {
    describes: 'Turns the second factor off.',
    who: 'person',
    input: again,
    answer: nothing,
    errors: ['password-wrong'],
  },
  'GET /api/account/archive': {
    describes: 'Everything that is kept of oneself: account, memberships, notes, comments and actions, as one archive.',
    who: 'person',
    answer: { file: 'application/zip' },
  },
  'DELETE /api/account': {
    describes: 'Deletes one’s account for good; what one wrote stays, under a pseudonym.',
    who: 'person',
    input: z.strictObject({ password: typedPassword.optional() }),
    answer: nothing,
    errors: ['password-wrong'],
  },
  'POST /api/account/provider': {
    describes: 'Where to send the browser to add one’s account at the provider to one’s own here; it comes back to it.',
    who: 'person',
    answer: z.strictObject({ url: z.string() }),
    errors: ['not-found'],
  },
  'GET /api/account/sign-ins': {
    describes: 'Where one is signed in.',
    who: 'person',
    answer: z.strictObject({ signIns: z.array(ownSignIn) }),
  },
  'DELETE /api/account/sign-ins': {
    describes: 'Ends all of one’s sign-ins but the one that asks.',
    who: 'person',
    answer: nothing,
  },
  'DELETE /api/account/sign-ins/[signInId]': {
    describes: 'Ends one of one’s own sign-ins.',
    who: 'person',
    answer: nothing,
    errors: ['not-found'],
  },
} as const satisfies Record<string, RouteDeclaration>
