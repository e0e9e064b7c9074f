import { z } from 'zod'
import { agenda } from '../../facilitation/define.ts'
import { currency } from '../../report/currency.ts'
import { line } from '../fields.ts'
import type { RouteDeclaration } from '../route.ts'
import { moment, nothing, workspaceRole } from './parts.ts'

const svg = { file: 'image/svg+xml' } as const
/** Owners cannot be changed. */
export const memberRole = z.enum(['facilitator', 'manager'])
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

/** The currency of amounts on all its boards. */
const workspaceSettings = z.strictObject({ currency })

/** A link that makes one person a member. */
const memberInvite = z.strictObject({ id: z.string(), role: memberRole, expiresAt: moment })

/** The settings and items of a workspace, and its members. */
export const workspaceRoutes = {
  'GET /api/workspaces/[workspaceId]/members': {
    describes: 'Who belongs to a workspace.',
    who: 'workspace.see',
    answer: z.strictObject({
      members: z.array(
        z.strictObject({ personId: z.string(), name: z.string(), email: z.string().nullable(), role: workspaceRole }),
      ),
    }),
  },
  'PATCH /api/workspaces/[workspaceId]/members/[personId]': {
    describes: 'Gives a member another role.',
    who: 'workspace.members',
    input: z.strictObject({ role: memberRole }),
    answer: nothing,
  },
  'DELETE /api/workspaces/[workspaceId]/members/[personId]': {
    describes: 'Takes a member out of a workspace.',
    who: 'workspace.members',
    answer: nothing,
  },
  'GET /api/workspaces/[workspaceId]/invites': {
    describes: 'The links by which members can come.',
    who: 'workspace.members',
    answer: z.strictObject({ invites: z.array(memberInvite.extend({ createdAt: moment })) }),
  },
  'POST /api/workspaces/[workspaceId]/invites': {
    describes: 'Makes a link that takes in one member and works for seven days.',
    who: 'workspace.members',
    input: z.strictObject({ role: memberRole }),
    answer: z.strictObject({ invite: memberInvite.extend({ token: z.string(), url: z.string() }) }),
    status: 201,
  },
  'DELETE /api/workspaces/[workspaceId]/invites/[itemId]': {
    describes: 'Closes such a link.',
    who: 'workspace.members',
    answer: nothing,
  },
  'POST /api/workspaces/join': {
    describes: 'Becomes a member by such a link.',
    who: 'person',
    input: z.strictObject({ token: z.string().max(300) }),
    answer: z.strictObject({ workspace: z.strictObject({ id: z.string() }), role: workspaceRole }),
    errors: ['no-such-invite', 'invite-expired'],
  },

  'GET /api/workspaces/[workspaceId]/settings': {
    describes: 'What a workspace has chosen for all its boards.',
    who: 'workspace.see',
    answer: z.strictObject({ settings: workspaceSettings }),
  },
  'PATCH /api/workspaces/[workspaceId]/settings': {
    describes: 'Changes what a workspace has chosen for all its boards.',
    who: 'workspace.settings',
    input: workspaceSettings,
    answer: z.strictObject({ settings: workspaceSettings }),
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
