import { z } from 'zod'
import { sessionRoles } from '../../access/actor.ts'
import { email, password, personName, typedCode, typedPassword } from '../fields.ts'
import type { RouteDeclaration } from '../route.ts'
import { brand, moment, sessionStatus, workspaceRole } from './parts.ts'

const person = z.strictObject({
  id: z.string(),
  name: z.string(),
  /** null for guests. */
  email: z.string().nullable(),
  guest: z.boolean(),
})
export type Me = z.infer<typeof person>

const workspaces = z.array(z.strictObject({ id: z.string(), name: z.string(), role: workspaceRole }))
/** A person, and the workspaces that they belong to. */
export const mine = z.strictObject({ person, workspaces })

/** The token of a link, or a short code. */
const way = { token: z.string().min(1).max(200).optional(), code: z.string().min(1).max(40).optional() }
const oneWay = (input: { token?: string | undefined; code?: string | undefined }) =>
  (input.token === undefined) !== (input.code === undefined)
const eitherOr = { error: 'Send the token of a link or a short code, one of the two.' }
const closed = ['session-ended', 'invite-revoked', 'invite-expired', 'invite-used-up'] as const

/** What an invite or a short code leads to, before anybody joins. */
const door = z.strictObject({
  board: z.strictObject({ title: z.string() }),
  workspace: brand,
  session: z.strictObject({ title: z.string(), status: sessionStatus, plannedFor: moment.nullable() }),
  role: z.enum(sessionRoles),
  needsPassword: z.boolean(),
  lobby: z.boolean(),
  /** The signed-in person, and their status in the session. */
  you: z.strictObject({ name: z.string(), status: z.enum(['in', 'waiting', 'removed']).nullable() }).nullable(),
})
export type Door = z.infer<typeof door>

export const peopleRoutes = {
  'POST /api/sign-up': {
    describes: 'Makes an account, where that is open or by an invite into a workspace, and signs in.',
    who: 'anyone',
    /** `invite`: the token of a link into a workspace, which the new account joins. */
    input: z.strictObject({ email, password, name: personName, invite: z.string().max(300).optional() }),
    answer: mine,
    status: 201,
    errors: ['email-taken', 'no-such-invite', 'invite-revoked', 'invite-expired', 'invite-used-up'],
  },
  'POST /api/sign-in': {
    describes: 'Signs in by email and password.',
    who: 'anyone',
    /** `code`: of the second factor, where the person has one. */
    input: z.strictObject({ email, password: typedPassword, code: typedCode.optional() }),
    answer: mine,
    errors: ['wrong-password', 'code-needed', 'code-wrong'],
  },
  'POST /api/sign-in/provider': {
    describes: 'Where to send the browser to sign in with a provider; it comes back to `returnTo`, a path of ours.',
    who: 'anyone',
    input: z.strictObject({
      returnTo: z
        .string()
        .regex(/^\/(?![/\\])/, { error: 'Only a path of this server can be returned to.' })
        .max(500)
        .default('/'),
    }),
    answer: z.strictObject({ url: z.string() }),
    errors: ['not-found'],
  },
  'POST /api/sign-out': {
    describes: 'Ends this sign-in for good; its cookie is worth nothing from then on.',
    who: 'anyone',
    /** Where the browser goes next, to sign out at the provider by which this sign-in came; null for nowhere. */
    answer: z.strictObject({ next: z.string().nullable() }),
  },
  'GET /api/me': {
    describes: 'Who is signed in. Nobody is an answer, not an error: `person` is null then.',
    who: 'anyone',
    answer: z.strictObject({ person: person.nullable(), workspaces }),
  },
  'PATCH /api/me': {
    describes: 'Changes one’s own name.',
    who: 'person',
    input: z.strictObject({ name: personName }),
    answer: mine,
  },
  'POST /api/join/look': {
    describes: 'What a link or a short code leads to, before anybody joins.',
    who: 'anyone',
    input: z.strictObject(way).refine(oneWay, eitherOr),
    answer: door,
    errors: ['no-such-invite', 'no-such-code', ...closed],
  },
  'POST /api/join': {
    describes: 'Goes through a link or a short code: as oneself when signed in, else as a guest with a name.',
    who: 'anyone',
    input: z
      .strictObject({ ...way, name: personName.optional(), password: typedPassword.optional() })
      .refine(oneWay, eitherOr),
    answer: z.strictObject({
      board: z.strictObject({ id: z.string(), url: z.string() }),
      session: z.strictObject({
        id: z.string(),
        title: z.string(),
        status: sessionStatus,
        plannedFor: moment.nullable(),
      }),
      person: z.strictObject({ id: z.string(), name: z.string() }),
      role: z.enum(sessionRoles),
      /** `later`: on the list, but another session applies on the board now. */
      status: z.enum(['in', 'waiting', 'later']),
    }),
    errors: ['no-such-invite', 'no-such-code', 'password-needed', 'password-wrong', ...closed],
  },
} as const satisfies Record<string, RouteDeclaration>
