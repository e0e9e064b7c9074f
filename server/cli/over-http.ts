import { setTimeout as sleep } from 'node:timers/promises'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { BoardModel } from '#lib/board/model.ts'
import { AppError, isAppError } from '#server/base/errors.ts'
import { newId } from '#server/base/ids.ts'
import type { Account } from './demo-account.ts'
import type { BoardMade, ScriptClient } from './script-client.ts'

/** Works through the running server, by the way in that is open to everybody's scripts. */
export async function overHttp(address: string, account: Account): Promise<ScriptClient> {
  let cookie = ''
  async function ask<T>(method: 'GET' | 'POST', path: string, body?: object): Promise<T> {
    const response = await fetch(address + path, {
      method,
      headers: { cookie, ...(body ? { 'content-type': 'application/json' } : {}) },
      ...(body ? { body: JSON.stringify(body) } : {}),
    })
    const answer = await response.json()
    if (!response.ok) throw new AppError(response.status, answer.error.code, answer.error.message)
    cookie = response.headers.getSetCookie()[0]?.split(';', 1)[0] ?? cookie
    return answer
  }
  const { email, password } = account
  await ask('POST', '/api/sign-up', account).catch(error => {
    if (isAppError(error) && error.code === 'email-taken') return ask('POST', '/api/sign-in', { email, password })
    throw error
  })

  const open = (boardId: string) => {
    const doc = new Y.Doc()
    const provider = new WebsocketProvider(`${address.replace(/^http/, 'ws')}/sync`, boardId, doc, {
      WebSocketPolyfill: socketWith(cookie),
      disableBc: true,
    })
    return { board: new BoardModel(doc), doc, provider }
  }
  return {
    serving: true,
    boards: async () => (await ask<{ boards: BoardMade[] }>('GET', '/api/boards')).boards,
    createBoard: async (title, template) =>
      (await ask<{ board: BoardMade }>('POST', '/api/boards', { title, template })).board,
    async write(boardId, writes) {
      const [writing, watching] = [open(boardId), open(boardId)]
      const written = ({ doc }: typeof writing) => Y.getState(doc.store, writing.doc.clientID)
      try {
        await waitFor(() => writing.provider.synced && watching.provider.synced, 'the board was there')
        for (const write of writes) {
          write({ doc: writing.doc, newId }, writing.board)
          // What another client is shown is on the disk already: that is how this one learns that it is done.
          await waitFor(() => written(watching) === written(writing), 'this was stored')
        }
      } finally {
        writing.provider.destroy()
        watching.provider.destroy()
      }
    },
    close: async () => {},
  }
}

async function waitFor(holds: () => boolean, what: string): Promise<void> {
  for (const end = Date.now() + 30_000; !holds(); await sleep(5))
    if (Date.now() > end) throw new AppError(504, 'too-slow', `The server took too long until ${what}.`)
}

const socketWith = (cookie: string) =>
  class extends WebSocket {
    constructor(url: string | URL) {
      super(url, { headers: { cookie } })
    }
  } as unknown as typeof globalThis.WebSocket
