import { z } from 'zod'
import { typedPassword } from '../fields.ts'
import type { RouteDeclaration } from '../route.ts'
import { moment, nothing } from './parts.ts'
import { mine } from './people.ts'

const ownPasskey = z.strictObject({
  id: z.string(),
  /** The browser in which it was made, in words. */
  device: z.string().nullable(),
  createdAt: moment,
  usedAt: moment.nullable(),
})
export type OwnPasskey = z.infer<typeof ownPasskey>

/** WebAuthn's own JSON, made by the one library and read by the other. */
const webauthn = z.record(z.string(), z.unknown())

/** Passkeys: WebAuthn credentials that stand for a password and a second factor. */
export const passkeyRoutes = {
  'POST /api/account/passkeys/options': {
    describes: 'What a browser needs to make a passkey; whoever has a password sends it again.',
    who: 'person',
    input: z.strictObject({ password: typedPassword.optional() }),
    answer: z.strictObject({ options: webauthn }),
    errors: ['password-wrong', 'not-found'],
  },
  'POST /api/account/passkeys': {
    describes: 'Keeps the passkey that a browser made.',
    who: 'person',
    input: z.strictObject({ response: webauthn }),
    answer: nothing,
  },
  'DELETE /api/account/passkeys/[passkeyId]': {
    describes: 'Removes one of one’s own passkeys.',
    who: 'person',
    answer: nothing,
    errors: ['not-found'],
  },
  'POST /api/sign-in/passkey/options': {
    describes: 'What a browser needs to sign in by a passkey.',
    who: 'anyone',
    answer: z.strictObject({ options: webauthn }),
  },
  'POST /api/sign-in/passkey': {
    describes: 'Signs in by a passkey.',
    who: 'anyone',
    input: z.strictObject({ response: webauthn }),
    answer: mine,
    errors: ['no-such-passkey'],
  },
} as const satisfies Record<string, RouteDeclaration>
