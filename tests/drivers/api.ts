import { afterAll, beforeAll } from 'vitest'
import { newId } from '#server/base/ids.ts'
import { openApi } from './routes.ts'
import { startServer, type TestServer } from './server.ts'

/** Calls routes by name on a server of its own, as scripts use the JSON API. */
export function openWorkshop() {
  let server: TestServer
  let api: Awaited<ReturnType<typeof openApi>>
  let count = 0
  beforeAll(async () => {
    server = await startServer()
    api = await openApi()
  })
  afterAll(() => server.close())

  const workshop = {
    get server() {
      return server
    },
    api: (...args: Parameters<typeof api>) => api(...args),

    /** Makes a signed-in person with a workspace, directly in the store, because hashing a password is slow. */
    async owner(name = 'Mia') {
      const person = await server.person(name)
      const workspaceId = newId()
      await server.store.workspaces.create({ id: workspaceId, name: `${name}’s`, createdAt: Date.now() }, person.id)
      return { ...person, workspaceId }
    },

    /** Signs somebody up, with the password `correct horse`. */
    async signUp(name = 'Mia') {
      count += 1
      const email = `person-${count}@example.org`
      const { body, cookie } = await api('POST /api/sign-up', {}, { body: { email, password: 'correct horse', name } })
      return { cookie, id: String(body.person.id), workspaceId: String(body.workspaces[0].id), email, name }
    },

    async board(owner: { cookie: string | null }, title = 'Coffee') {
      const { body } = await api('POST /api/boards', {}, { cookie: owner.cookie, body: { title } })
      return String(body.board.id)
    },

    /** A link into the board's session. */
    async invite(owner: { cookie: string | null }, boardId: string, input: object = {}) {
      const { body } = await api(
        'POST /api/boards/[boardId]/invites',
        { boardId },
        { cookie: owner.cookie, body: input },
      )
      return body.invite as { id: string; sessionId: string; token: string; url: string; role: string }
    },

    join: (input: object, cookie: string | null = null) => api('POST /api/join', {}, { cookie, body: input }),

    /** A guest in the board's session. */
    async guest(owner: { cookie: string | null }, boardId: string, name = 'Guest', input: object = {}) {
      const invite = await workshop.invite(owner, boardId, input)
      const { body, cookie } = await workshop.join({ token: invite.token, name })
      return { id: String(body.person.id), name, cookie, invite }
    },

    /** Returns a person's role on a board; 404 when it does not exist for them. */
    async roleOn(boardId: string, who: { cookie: string | null }) {
      const { status, body } = await api('GET /api/boards/[boardId]/me', { boardId }, { cookie: who.cookie })
      return status === 200 ? (body.role ?? body.status) : status
    },
  }
  return workshop
}
