import { z } from 'zod'
import { agenda } from '../../facilitation/define.ts'
import { mostByOneLink } from '../../people/limits.ts'
import { currency } from '../../report/currency.ts'
import { actNames } from '../acts.ts'
import { line } from '../fields.ts'
import type { RouteDeclaration } from '../route.ts'
import { brand, linkHours, moment, nothing, workspaceRole } from './parts.ts'

const svg = { file: 'image/svg+xml' } as const
/** Owners hand over instead. */
const memberRole = z.enum(['facilitator', 'manager'])
const name = line('The name', { max: 80 })

const keptAgenda = z.strictObject({
  id: z.string(),
  name: z.string(),
  createdAt: moment,
  items: agenda,
  /** Number of further items that cannot be read. */
  damaged: z.number().int().min(0),
})
export type KeptAgenda = z.infer<typeof keptAgenda>

/** What holds for all its boards: its name, and the currency of amounts. */
const workspaceSettings = z.strictObject({
  name,
  currency,
  /** Days after their last session after which guests' names are erased; null: they are kept. */
  guestDays: z
    .number()
    .int()
    .min(1, { error: 'Names of guests are kept for at least one day.' })
    .max(3_650, { error: 'Names of guests are kept for at most 3,650 days, or for good.' })
    .nullable(),
})
export type WorkspaceSettings = z.infer<typeof workspaceSettings>

const member = z.strictObject({
  personId: z.string(),
  name: z.string(),
  email: z.string().nullable(),
  role: workspaceRole,
  joinedAt: moment,
  /** When they were last on a page or board of the workspace; told to its owner alone. */
  lastHere: moment.nullable(),
})
export type Member = z.infer<typeof member>

/** A link that makes people members. */
const memberInvite = z.strictObject({
  id: z.string(),
  role: memberRole,
  expiresAt: moment,
  maxUses: z.number(),
  uses: z.number(),
  createdAt: moment,
})
export type MemberInvite = z.infer<typeof memberInvite>

/** Which lines of the record are asked for; what makes no sense counts as not asked. */
const recordFilter = z.object({
  what: z.enum(actNames).optional().catch(undefined),
  /** Whose acts, by id. */
  who: z.string().max(60).optional(),
  /** Days, in universal time. */
  from: z.iso.date().optional().catch(undefined),
  to: z.iso.date().optional().catch(undefined),
})
export type RecordFilter = z.infer<typeof recordFilter>
const named = z.strictObject({ id: z.string(), name: z.string() })
const recordLine = z.strictObject({
  id: z.string(),
  at: moment,
  who: z.string(),
  what: z.string(),
  /** The title of the board that it was about. */
  board: z.string().nullable(),
  /** On whom it was done. */
  onPerson: z.string().nullable(),
  detail: z.string().nullable(),
  /** Where it was asked from, where the operator has that written down. */
  address: z.string().nullable(),
})
export type RecordLine = z.infer<typeof recordLine>

/** The settings and items of a workspace, and its members. */
export const workspaceRoutes = {
  'GET /api/workspaces/[workspaceId]/members': {
    describes: 'Who belongs to a workspace.',
    who: 'workspace.see',
    answer: z.strictObject({ members: z.array(member) }),
  },
  'PATCH /api/workspaces/[workspaceId]/members/[personId]': {
    describes: 'Gives a member another role.',
    who: 'workspace.members',
    records: 'member.role',
    input: z.strictObject({ role: memberRole }),
    answer: nothing,
  },
  'DELETE /api/workspaces/[workspaceId]/members/[personId]': {
    describes: 'Takes a member out of a workspace and the sessions on its boards, and closes the links they made.',
    who: 'workspace.members',
    records: 'member.remove',
    answer: nothing,
  },
  'POST /api/workspaces/[workspaceId]/hand-over': {
    describes: 'Makes another member the owner; who was it becomes a facilitator.',
    who: 'workspace.hand-over',
    records: 'workspace.hand-over',
    input: z.strictObject({ to: z.string().max(60) }),
    answer: nothing,
  },
  'POST /api/workspaces/[workspaceId]/leave': {
    describes: 'Leaves a workspace, as if removed.',
    who: 'workspace.leave',
    records: 'member.leave',
    answer: nothing,
  },
  'GET /api/workspaces/[workspaceId]/invites': {
    describes: 'The open links by which members can come.',
    who: 'workspace.members',
    answer: z.strictObject({ invites: z.array(memberInvite) }),
  },
  'POST /api/workspaces/[workspaceId]/invites': {
    describes: 'Makes a link that takes in members.',
    who: 'workspace.members',
    records: 'member.invite',
    input: z.strictObject({
      role: memberRole,
      expiresInHours: linkHours,
      maxUses: z
        .number({ error: 'Say for how many people the link is: a whole number.' })
        .int({ error: 'Say for how many people the link is: a whole number.' })
        .min(1, { error: 'A link is for at least one person.' })
        .max(mostByOneLink, { error: `A link is for at most ${mostByOneLink} people.` })
        .default(1),
    }),
    answer: z.strictObject({ invite: memberInvite.extend({ token: z.string(), url: z.string() }) }),
    status: 201,
    errors: ['too-many-kept'],
  },
  'DELETE /api/workspaces/[workspaceId]/invites/[itemId]': {
    describes: 'Closes such a link.',
    who: 'workspace.members',
    records: 'member.invite-close',
    answer: nothing,
  },
  'POST /api/workspaces/join': {
    describes: 'Becomes a member by such a link.',
    who: 'person',
    records: 'member.join',
    input: z.strictObject({ token: z.string().max(300) }),
    answer: z.strictObject({ workspace: z.strictObject({ id: z.string() }), role: workspaceRole }),
    errors: ['no-such-invite', 'invite-revoked', 'invite-expired', 'invite-used-up', 'too-many-kept'],
  },

  'GET /api/workspaces/[workspaceId]/record': {
    describes: 'What was done in a workspace, by whom and when, the newest first, a hundred lines a page.',
    who: 'workspace.record',
    query: recordFilter.extend({ page: z.coerce.number().int().min(1).max(1_000).catch(1) }),
    answer: z.strictObject({ lines: z.array(recordLine), more: z.boolean(), people: z.array(named) }),
  },
  'GET /api/workspaces/[workspaceId]/record/csv': {
    describes: 'The same as a file, the newest 100,000 lines.',
    who: 'workspace.record',
    records: 'record.download',
    query: recordFilter,
    answer: { file: 'text/csv;charset=utf-8' },
  },

  'GET /api/workspaces/[workspaceId]/settings': {
    describes: 'What a workspace has chosen for all its boards.',
    who: 'workspace.see',
    answer: z.strictObject({ settings: workspaceSettings }),
  },
  'PATCH /api/workspaces/[workspaceId]/settings': {
    describes: 'Changes what a workspace has chosen for all its boards.',
    who: 'workspace.settings',
    records: 'workspace.settings',
    input: workspaceSettings.partial(),
    answer: z.strictObject({ settings: workspaceSettings }),
  },

  'DELETE /api/workspaces/[workspaceId]': {
    describes: 'Deletes a workspace with all of its boards and memberships for good.',
    who: 'workspace.delete',
    answer: nothing,
  },
  'PUT /api/workspaces/[workspaceId]/logo': {
    describes: 'Sets the logo: a PNG or JPEG of up to 1 MB as the body.',
    who: 'workspace.settings',
    records: 'workspace.settings',
    input: { file: 'application/octet-stream' },
    answer: z.strictObject({ brand }),
    errors: ['bad-request'],
  },
  'DELETE /api/workspaces/[workspaceId]/logo': {
    describes: 'Removes the logo.',
    who: 'workspace.settings',
    records: 'workspace.settings',
    answer: nothing,
  },

  'POST /api/boards/[boardId]/templates': {
    describes: 'Keeps the wall as a template of the workspace, without its people.',
    who: 'template.save',
    input: z.strictObject({ name }),
    answer: z.strictObject({
      template: z.strictObject({
        id: z.string(),
        title: z.string(),
        summary: z.string(),
        /** Address of its picture, for an <img>. */
        picture: z.string(),
        workspaceId: z.string(),
      }),
    }),
    status: 201,
  },
  'DELETE /api/workspaces/[workspaceId]/templates/[itemId]': {
    describes: 'Deletes a template; boards made from it stay.',
    who: 'template.save',
    answer: nothing,
  },
  'GET /api/workspaces/[workspaceId]/templates/[itemId]/picture': {
    describes: 'The wall of a template. Its address says when it was kept, and it never changes.',
    who: 'template.save',
    answer: svg,
  },

  'GET /api/boards/[boardId]/agendas': {
    describes: 'The agendas that the board’s workspace keeps.',
    who: 'stage.lead',
    answer: z.strictObject({ agendas: z.array(keptAgenda) }),
  },
  'POST /api/boards/[boardId]/agendas': {
    describes: 'Keeps an agenda under a name; one of that name is replaced.',
    who: 'template.save',
    input: z.strictObject({ name, items: agenda.min(1) }),
    answer: z.strictObject({ agenda: keptAgenda }),
    status: 201,
  },
  'DELETE /api/boards/[boardId]/agendas/[itemId]': {
    describes: 'Deletes a kept agenda.',
    who: 'template.save',
    answer: nothing,
  },
} as const satisfies Record<string, RouteDeclaration>
