import { z } from 'zod'
import { sessionRoles } from '../../access/actor.ts'
import { agenda } from '../../facilitation/define.ts'
import { time as givenTime, line } from '../fields.ts'
import type { RouteDeclaration } from '../route.ts'
import { linkHours, moment, nothing, sessionStatus } from './parts.ts'

const title = line('The title')
const role = z.enum(sessionRoles)

export const session = z.strictObject({
  id: z.string(),
  boardId: z.string(),
  title: z.string(),
  status: sessionStatus,
  plannedFor: moment.nullable(),
  startedAt: moment.nullable(),
  endedAt: moment.nullable(),
  /** New people wait in the lobby until they are admitted. */
  lobby: z.boolean(),
  agenda,
  /** It lets people in, so it is null for people who may not invite. */
  shortCode: z.string().nullable(),
})
export type SessionView = z.infer<typeof session>
const oneSession = z.strictObject({ session })

const participant = z.strictObject({
  personId: z.string(),
  name: z.string(),
  guest: z.boolean(),
  role,
  status: z.enum(['in', 'waiting', 'removed']),
  joinedAt: moment,
  here: z.boolean(),
})
export type Participant = z.infer<typeof participant>

const invite = z.strictObject({
  id: z.string(),
  sessionId: z.string(),
  role,
  expiresAt: moment.nullable(),
  maxUses: z.number().nullable(),
  uses: z.number(),
  revokedAt: moment.nullable(),
  /** Whether it requires a password. */
  password: z.boolean(),
  createdAt: moment,
})
export type Invite = z.infer<typeof invite>
/** The link itself is shown once, when it is made. */
const madeInvite = z.strictObject({ invite: invite.extend({ token: z.string(), url: z.string() }) })
export type MadeInvite = z.infer<typeof madeInvite>['invite']

const inviteInput = z.strictObject({
  role: role.default('contributor'),
  expiresInHours: linkHours,
  maxUses: z.number().int().min(1).max(10_000).nullable().default(null),
  password: z
    .string()
    .min(4, { error: 'The password is too short: at least 4 characters.' })
    .max(200)
    .nullable()
    .default(null),
})

export const sessionRoutes = {
  'GET /api/boards/[boardId]/sessions': {
    describes: 'All sessions of a board.',
    who: 'session.roster',
    answer: z.strictObject({ sessions: z.array(session) }),
  },
  'POST /api/boards/[boardId]/sessions': {
    describes: 'Plans a session, or opens it at once; who plans it facilitates it.',
    who: 'session.plan',
    input: z.strictObject({
      title,
      plannedFor: givenTime.nullable().optional(),
      lobby: z.boolean().default(false),
      /** Left out: the present agenda of the board. */
      agenda: agenda.optional(),
      /** Opens it at once. */
      open: z.boolean().default(false),
    }),
    answer: oneSession,
    status: 201,
    errors: ['too-many-kept'],
  },
  'POST /api/boards/[boardId]/invites': {
    describes: 'Makes a link into the board’s session, which opens if none is planned.',
    who: 'session.invite',
    records: 'session.invite',
    input: inviteInput,
    answer: madeInvite,
    status: 201,
    errors: ['too-many-kept'],
  },
  'GET /api/sessions/[sessionId]': {
    describes: 'A session.',
    who: 'session.roster',
    answer: oneSession,
  },
  'PATCH /api/sessions/[sessionId]': {
    describes: 'Changes a session, opens or ends it.',
    who: 'session.plan',
    input: z.strictObject({
      title: title.optional(),
      plannedFor: givenTime.nullable().optional(),
      lobby: z.boolean().optional(),
      agenda: agenda.optional(),
      status: z.enum(['open', 'ended']).optional(),
    }),
    answer: oneSession,
  },
  'GET /api/sessions/[sessionId]/participants': {
    describes: 'Everybody who has or had a role, who waits, and who is here now.',
    who: 'session.roster',
    answer: z.strictObject({ participants: z.array(participant) }),
  },
  'PATCH /api/sessions/[sessionId]/participants/[personId]': {
    describes: 'Gives somebody another role.',
    who: 'session.roles',
    records: 'session.role',
    input: z.strictObject({ role }),
    answer: nothing,
  },
  'DELETE /api/sessions/[sessionId]/participants/[personId]': {
    describes: 'Puts somebody out; the link they came by is closed, and the short code is a new one.',
    who: 'session.roles',
    records: 'session.remove',
    answer: z.strictObject({ inviteRevoked: z.string().nullable() }),
  },
  'POST /api/sessions/[sessionId]/admit': {
    describes: 'Lets people in from the lobby: those named, or everybody who waits.',
    who: 'session.admit',
    input: z.strictObject({ personIds: z.array(z.string().max(60)).max(1000).optional() }),
    answer: z.strictObject({ admitted: z.number() }),
  },
  'POST /api/sessions/[sessionId]/hand-over': {
    describes: 'Makes another participant facilitator; with `share`, beside oneself.',
    who: 'session.roles',
    records: 'session.hand-over',
    input: z.strictObject({ to: z.string().max(60), share: z.boolean().default(false) }),
    answer: nothing,
  },
  'POST /api/sessions/[sessionId]/take-over': {
    describes: 'Takes on a session whose own facilitators are all gone.',
    who: 'session.take-over',
    records: 'session.take-over',
    answer: nothing,
    errors: ['led'],
  },
  'GET /api/sessions/[sessionId]/invites': {
    describes: 'The links into a session, closed ones too.',
    who: 'session.invite',
    answer: z.strictObject({ invites: z.array(invite) }),
  },
  'POST /api/sessions/[sessionId]/invites': {
    describes: 'Makes a link into a session.',
    who: 'session.invite',
    records: 'session.invite',
    input: inviteInput,
    answer: madeInvite,
    status: 201,
    errors: ['too-many-kept'],
  },
  'DELETE /api/invites/[inviteId]': {
    describes: 'Closes a link; who came by it stays.',
    who: 'session.invite',
    records: 'session.invite-close',
    answer: nothing,
  },
} as const satisfies Record<string, RouteDeclaration>
