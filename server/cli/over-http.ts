import { setTimeout as sleep } from 'node:timers/promises'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { BoardModel } from '#lib/board/model.ts'
import { answerOf, type CallArguments, type CallRefusal, requestFor } from '#lib/protocol/call.ts'
import type { JsonRouteName } from '#lib/protocol/routes/index.ts'
import { AppError } from '#server/base/errors.ts'
import { newId } from '#server/base/ids.ts'
import type { Account } from './demo-account.ts'
import type { ScriptClient } from './script-client.ts'

/** Works through the running server's public HTTP and WebSocket interface, as any script can. */
export async function overHttp(address: string, account: Account): Promise<ScriptClient> {
  let cookie = ''
  async function ask<N extends JsonRouteName>(name: N, ...given: CallArguments<N>) {
    const { path, init } = requestFor(name, ...given)
    const response = await fetch(address + path, { ...init, headers: { ...init.headers, cookie } })
    cookie = response.headers.getSetCookie()[0]?.split(';', 1)[0] ?? cookie
    return answerOf(name, response)
  }
  const { email, password } = account
  const signedUp = await ask('POST /api/sign-up', {}, account)
  if (!signedUp.ok)
    demand(signedUp.code === 'email-taken' ? await ask('POST /api/sign-in', {}, { email, password }) : signedUp)

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
    boards: async () => demand(await ask('GET /api/boards', {})).boards,
    createBoard: async (title, template) => demand(await ask('POST /api/boards', {}, { title, template })).board,
    async write(boardId, writes) {
      const [writing, watching] = [open(boardId), open(boardId)]
      const written = ({ doc }: typeof writing) => Y.getState(doc.store, writing.doc.clientID)
      try {
        await waitFor(() => writing.provider.synced && watching.provider.synced, 'the board was there')
        for (const write of writes) {
          write({ doc: writing.doc, newId }, writing.board)
          // The server shows others only what is on the disk: when a second client sees the update, it is stored.
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

/** Returns the successful reply; throws for a refusal. */
function demand<T extends { ok: true }>(answer: T | CallRefusal): T {
  if (!answer.ok) throw new AppError(answer.code, answer.message)
  return answer
}

async function waitFor(holds: () => boolean, what: string): Promise<void> {
  for (const end = Date.now() + 30_000; !holds(); await sleep(5))
    if (Date.now() > end) throw new AppError('busy', `The server took too long until ${what}.`)
}

const socketWith = (cookie: string) =>
  class extends WebSocket {
    constructor(url: string | URL) {
      super(url, { headers: { cookie } })
    }
  } as unknown as typeof globalThis.WebSocket
