import type { ParsedBody } from '#lib/protocol/routes/index.ts'
import { conflict, notFound } from '#server/base/errors.ts'
import type { Running } from '#server/base/runtime.ts'
import { endOtherSignIns } from '#server/http/signed-in.ts'
import { makeReset } from './resets.ts'

type Parts = Pick<Running, 'store' | 'env' | 'hub'>
type Ask = ParsedBody<'POST /api/operator/people'>

/** Does what the operator asks for, and says what it did. */
export async function operate(parts: Parts, ask: Ask): Promise<string[]> {
  if (ask.act === 'list') return list(parts)
  const person = await parts.store.people.byEmail(ask.email)
  if (!person) throw conflict(`Nobody has an account with the address ${ask.email}.`)
  const called = `${person.name} <${ask.email}>`
  switch (ask.act) {
    case 'reset': {
      const { url } = await makeReset(parts, person.id, 'hand')
      return [`${called} chooses a new password here, once and within a day:`, url]
    }
    case 'promote':
      return promote(parts, person.id, called, ask.workspaceId)
    case 'disable':
      await parts.store.signIns.disable(person.id, Date.now())
      await endOtherSignIns(parts, person.id, null)
      return [`${called} is signed out everywhere and cannot sign in any more. What they wrote stays.`]
    case 'drop-factor':
      await parts.store.factors.remove(person.id)
      return [`${called} is asked for the password alone.`]
    case 'enable':
      await parts.store.signIns.enable(person.id)
      return [`${called} can sign in again.`]
  }
}

async function list({ store }: Parts): Promise<string[]> {
  const people = await store.people.accounts()
  const lines = await Promise.all(
    people.map(async ({ id, name, email, passwordHash }) => {
      const workspaces = await store.workspaces.ofPerson(id)
      const marks = [
        ...(passwordHash === null ? ['no password'] : []),
        ...((await store.signIns.isDisabled(id)) ? ['disabled'] : []),
      ]
      return [
        `${email}  ${name}${marks.length ? `  (${marks.join(', ')})` : ''}`,
        ...workspaces.map(each => `    ${each.role} of ${each.name}  ${each.id}`),
      ]
    }),
  )
  return [...lines.flat(), `${people.length} ${people.length === 1 ? 'person has' : 'people have'} an account.`]
}

/** Makes a member the owner; whoever owned the workspace before becomes a facilitator. */
async function promote({ store, hub }: Parts, personId: string, called: string, named?: string): Promise<string[]> {
  const all = await store.workspaces.ofPerson(personId)
  const open = all.filter(({ role }) => role !== 'owner')
  const [workspace, ...more] = named === undefined ? open : all.filter(({ id }) => id === named)
  if (!workspace)
    throw named === undefined ? conflict(`${called} owns every workspace that they belong to already.`) : notFound()
  if (more.length > 0)
    throw conflict(
      [
        `${called} belongs to several workspaces; say which with --workspace:`,
        ...open.map(({ id, name, role }) => `    ${id}  ${name} (${role})`),
      ].join('\n'),
    )
  const before = (await store.workspaces.members(workspace.id)).filter(({ role }) => role === 'owner')
  await store.workspaces.setMember({ workspaceId: workspace.id, personId, role: 'owner' })
  for (const owner of before)
    if (owner.personId !== personId)
      await store.workspaces.setMember({ workspaceId: workspace.id, personId: owner.personId, role: 'facilitator' })
  const boards = await store.boards.list({ workspaceIds: [workspace.id], limit: 500, offset: 0 })
  for (const board of boards) await hub.boardChanged(board.id)
  return [
    `${called} owns ${workspace.name} now.`,
    ...before
      .filter(owner => owner.personId !== personId)
      .map(owner => `${owner.name} <${owner.email ?? 'no address'}>, who owned it, is a facilitator of it.`),
  ]
}
