import { afterEach, expect, test } from 'vitest'
import { running } from '#server/base/runtime.ts'
import { comeByProvider } from '#server/use-cases/provider.ts'
import { providerSettings } from '#tests/drivers/provider.ts'
import { openApi } from '#tests/drivers/routes.ts'
import { startServer, type TestServer } from '#tests/drivers/server.ts'

let server: TestServer | null = null
afterEach(() => server?.close())

let count = 0
const api = await openApi()
const signUp = (name: string, invite?: string) => {
  count += 1
  const body = { email: `${name}-${count}@example.org`, password: 'correct horse', name }
  return api('POST /api/sign-up', {}, { body: { ...body, ...(invite ? { invite } : {}) } })
}

test.each(['invited', 'closed'] as const)(
  'with SIGN_UP=%s the first makes an account, then only whom an owner invites, each by a use of the link',
  async mode => {
    server = await startServer({ settings: { SIGN_UP: mode } })
    const olga = await signUp('Olga')
    expect(olga.status).toBe(201)
    const workspaceId = olga.body.workspaces[0].id
    const uninvited = await signUp('Una')
    expect(uninvited).toMatchObject({ status: 403, cookie: null, body: { error: { code: 'forbidden' } } })
    expect(uninvited.body.error.message).toContain('by invitation')
    expect((await signUp('Una', 'x'.repeat(32))).body.error.code).toBe('no-such-invite')

    const { invite } = (
      await api(
        'POST /api/workspaces/[workspaceId]/invites',
        { workspaceId },
        { cookie: olga.cookie, body: { role: 'manager', maxUses: 1 } },
      )
    ).body
    const both = await Promise.all([signUp('Max', invite.token), signUp('Mina', invite.token)])
    expect(both.map(({ status }) => status).sort()).toEqual([201, 410])
    const max = both.find(({ status }) => status === 201)
    const roles = max?.body.workspaces.map(({ role }: { role: string }) => role).sort()
    expect(roles).toEqual(mode === 'closed' ? ['manager'] : ['manager', 'owner'])
    expect(max?.body.person.guest).toBe(false)

    const newcomer = await comeByProvider(running(), providerSettings(), 'new', { name: 'New' }, null)
    expect(await server.store.workspaces.ofPerson(newcomer.id)).toEqual([])

    const { body } = await api('POST /api/boards', {}, { cookie: olga.cookie, body: { title: 'Coffee' } })
    const made = await api(
      'POST /api/boards/[boardId]/invites',
      { boardId: body.board.id },
      { cookie: olga.cookie, body: {} },
    )
    expect((await api('POST /api/join', {}, { body: { token: made.body.invite.token, name: 'Gus' } })).status).toBe(200)
  },
)
