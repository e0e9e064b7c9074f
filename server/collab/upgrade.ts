import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocket, WebSocketServer } from 'ws'
import { draftId } from '#lib/facilitation/drafts.ts'
import { currentRound } from '#lib/facilitation/stage.ts'
import { type CloseReason, closeCodes } from '#lib/protocol/close-codes.ts'
import { accessTo } from '#server/base/access.ts'
import type { Env } from '#server/base/env.ts'
import { sawMember } from '#server/base/last-here.ts'
import type { Log } from '#server/base/log.ts'
import { stageOf } from '#server/base/stage.ts'
import { refuseUpgrade } from '#server/http/connections.ts'
import { sameOrigin } from '#server/http/same-origin.ts'
import { signedIn } from '#server/http/signed-in.ts'
import type { Store } from '../store/store.ts'
import { Connection, type Identity } from './connection.ts'
import type { RunningHub } from './hub.ts'
import { roomLimits } from './limits.ts'

/** Closes with our own code for "too large": after 1009 y-websocket would send the same message again for ever. */
class SyncSocket extends WebSocket {
  override close(code?: number, reason?: string | Buffer): void {
    if (code === 1009) super.close(closeCodes.tooLarge.code, closeCodes.tooLarge.says)
    else super.close(code, reason)
  }
}

interface Door {
  env: Env
  store: Store
  hub: RunningHub
  log: Log
}

type Answer = { refused: CloseReason } | { identity: Identity; docId: string; name: string; guest: boolean }

/**
 * Accepts sockets at /sync/<boardId>, and at /sync/<boardId>.draft.<round> for a person's private notes: signs the
 * person in and looks up their role. A refusal accepts the socket and closes it with a code, because a browser tells
 * the page nothing about a refused upgrade.
 */
export function acceptSockets(door: Door) {
  const { env, hub, log } = door
  const sockets = new WebSocketServer({
    noServer: true,
    perMessageDeflate: false,
    maxPayload: roomLimits.maxPayload,
    WebSocket: SyncSocket,
  })

  return {
    accept(request: IncomingMessage, socket: Duplex, head: Buffer): void {
      if (!sameOrigin(env, request.headers.origin, request.headers.host)) {
        refuseUpgrade(socket, 403)
        return
      }
      identify(door, request)
        .catch((error): Answer => {
          log.error({ err: error }, 'somebody could not be identified')
          return { refused: 'loadFailed' }
        })
        .then(answer => {
          if (!socket.destroyed) sockets.handleUpgrade(request, socket, head, ws => open(ws, socket, answer))
        })
    },
  }

  function open(ws: WebSocket, socket: Duplex, answer: Answer): void {
    // A broken frame: ws itself closes with the code that says so.
    ws.on('error', error => log.debug({ err: error }, 'a socket broke'))
    if ('refused' in answer) {
      const { code, says } = closeCodes[answer.refused]
      ws.close(code, says)
      setTimeout(() => ws.terminate(), 5000).unref()
      return
    }
    const { docId, name, guest } = answer
    const connection = new Connection(ws, socket, answer.identity)
    ws.on('close', () => {
      connection.closed = true
      hub.left(docId, connection)
    })
    void hub.join({ connection, docId, name, guest })
  }
}

const documentPath = /^\/sync\/([A-Za-z0-9_-]{1,64})(?:\.draft\.([A-Za-z0-9_-]{1,40}\.\d{1,6}a?))?$/

async function identify({ env, store, hub }: Door, request: IncomingMessage): Promise<Answer> {
  const url = new URL(request.url ?? '/', 'http://host')
  const [, boardId, round] = documentPath.exec(url.pathname) ?? []
  const known = await signedIn({ env, store }, request.headers.cookie, request.headers['user-agent'])
  if (!known) return { refused: 'signIn' }
  const { person, signIn, madeAt } = known
  const access = boardId ? await accessTo(store, person.id, boardId) : null
  if (!boardId || !access) return { refused: 'notFound' }
  if (access.waiting) return { refused: 'notFound' }
  if (access.actor.member) sawMember(store, access.board.workspaceId, person.id)
  // The address names the round, so that a tab still in an earlier round mixes nothing; the server decides whose notes
  // they are.
  if (round && round !== (await hub.read(boardId, doc => currentRound(stageOf(doc))))) return { refused: 'roundOver' }
  return {
    identity: {
      personId: person.id,
      signIn,
      signedInAt: madeAt,
      role: access.role,
      member: access.actor.member,
      device: /Mobi|Android/i.test(request.headers['user-agent'] ?? '') ? 'phone' : 'desktop',
      extended: url.searchParams.get('v') === '1',
    },
    docId: round ? draftId(boardId, round, person.id) : boardId,
    name: person.name,
    guest: await store.people.isGuest(person.id),
  }
}
