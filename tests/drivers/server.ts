import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import type { SessionRole, WorkspaceRole } from '#lib/access/actor.ts'
import { type Env, readEnv } from '#server/base/env.ts'
import { createLog } from '#server/base/log.ts'
import { sessionCookie } from '#server/http/cookies.ts'
import { type Serving, serve } from '#server/serve.ts'
import type { Store } from '#server/store/store.ts'

export interface TestServer extends Serving {
  env: Env
  dataDir: string
  /** A person, with the Cookie header that signs them in. */
  person(name: string): Promise<TestPerson>
  /** A workspace with its owner, one board in it and an open session. */
  board(owner: TestPerson, title?: string): Promise<{ boardId: string; sessionId: string; workspaceId: string }>
  /** Gives somebody a role in a session. */
  seat(sessionId: string, person: TestPerson, role: SessionRole): Promise<void>
  member(workspaceId: string, person: TestPerson, role: WorkspaceRole): Promise<void>
}
export interface TestPerson {
  id: string
  name: string
  cookie: string
}

export const testSecret = 'for-tests-only-and-long-enough-to-be-taken'

/** A server in this process on a free port, with the embedded store in a directory of its own unless one is given. */
export async function startServer(
  options: {
    withNext?: boolean
    dataDir?: string
    store?: (dataDir: string) => Promise<Store>
    logLevel?: string
    /** More of the environment. */
    settings?: Record<string, string>
    connections?: Parameters<typeof serve>[0]['connections']
  } = {},
): Promise<TestServer> {
  const dataDir = options.dataDir ?? (await mkdtemp(join(tmpdir(), 'brownpaper-test-')))
  const env = readEnv({
    PORT: '0',
    HOST: '127.0.0.1',
    DATA_DIR: dataDir,
    AUTH_SECRET: testSecret,
    PUBLIC_URL: 'http://127.0.0.1:0',
    ...options.settings,
  })
  const store = await options.store?.(dataDir)
  const serving = await serve({
    env,
    log: createLog(options.logLevel ?? 'silent'),
    pages: options.withNext ? 'dev' : 'none',
    ...(store ? { store } : {}),
    ...(options.connections ? { connections: options.connections } : {}),
  })
  return {
    ...serving,
    ...people({ ...env, publicUrl: serving.url }, serving.store),
    env: { ...env, publicUrl: serving.url, port: serving.port },
    dataDir,
    async close() {
      await serving.close()
      if (!options.dataDir) await rm(dataDir, { recursive: true, force: true })
    },
  }
}

/** Makes people, boards and seats in a store directly. */
export function people(env: Pick<Env, 'authSecret' | 'publicUrl'>, store: Store) {
  const now = Date.now()
  return {
    async person(name: string): Promise<TestPerson> {
      const id = randomUUID()
      await store.people.create({ id, name, email: `${id}@example.org`, passwordHash: null, createdAt: now })
      return { id, name, cookie: await cookieFor(env, id) }
    },
    async board(owner: TestPerson, title = 'Coffee') {
      const [workspaceId, boardId, sessionId] = [randomUUID(), randomUUID(), randomUUID()]
      await store.workspaces.create({ id: workspaceId, name: `${owner.name}’s`, createdAt: now }, owner.id)
      await store.boards.create({
        id: boardId,
        workspaceId,
        title,
        customer: '',
        process: '',
        tags: [],
        createdBy: owner.id,
        createdAt: now,
        changedAt: now,
        deletedAt: null,
        deletedBy: null,
        finishedAt: null,
        finishedBy: null,
        seriesId: boardId,
      })
      await store.sessions.create({
        id: sessionId,
        boardId,
        title: 'Workshop',
        status: 'open',
        plannedFor: null,
        startedAt: now,
        endedAt: null,
        agenda: '[]',
        lobby: false,
        shortCode: null,
        createdBy: owner.id,
        createdAt: now,
      })
      return { boardId, sessionId, workspaceId }
    },
    async seat(sessionId: string, person: TestPerson, role: SessionRole) {
      await store.sessions.setParticipant({
        sessionId,
        personId: person.id,
        role,
        status: 'in',
        joinedAt: now,
        inviteId: null,
      })
    },
    async member(workspaceId: string, person: TestPerson, role: WorkspaceRole) {
      await store.workspaces.setMember({ workspaceId, personId: person.id, role })
    },
  }
}

/** The Cookie header of a signed-in person. */
export async function cookieFor(env: Pick<Env, 'authSecret' | 'publicUrl'>, personId: string): Promise<string> {
  return (await sessionCookie(env, personId)).split(';', 1)[0] ?? ''
}

/** ws with a Cookie header, as a browser would send it. */
export const socketWith = (cookie: string | null) =>
  class extends WebSocket {
    constructor(address: string | URL, protocols?: string | string[]) {
      super(address, protocols, { headers: cookie === null ? {} : { cookie } })
    }
  } as unknown as typeof globalThis.WebSocket

/** y-websocket's own provider, unmodified, carrying a person's cookie. */
export function connect(
  url: string,
  docId: string,
  person: Pick<TestPerson, 'cookie'> | null,
  options: { doc?: Y.Doc; maxBackoffTime?: number } = {},
) {
  const doc = options.doc ?? new Y.Doc()
  const provider = new WebsocketProvider(`${url.replace(/^http/, 'ws')}/sync`, docId, doc, {
    WebSocketPolyfill: socketWith(person?.cookie ?? null),
    disableBc: true,
    maxBackoffTime: options.maxBackoffTime ?? 200,
  })
  return { doc, provider, destroy: () => provider.destroy() }
}
export type TestClient = ReturnType<typeof connect>
