import * as encoding from 'lib0/encoding'
import { WebSocket } from 'ws'
import type * as Y from 'yjs'
import { setFields } from '#lib/board/commands/writer.ts'
import { rootOf } from '#lib/board/schema.ts'
import { checkUpdate } from '#lib/gate/gate.ts'
import { messageType } from '#lib/protocol/messages.ts'
import { any, bytesOf, forge, uint } from '#tests/drivers/forge.ts'
import { phaseOn } from '#tests/drivers/scene.ts'
import { until } from '#tests/drivers/until.ts'
import { type Figures, Stage, writer } from './stage.ts'

/** Values that the chains of one note's fields hold: what has to be passed to find the place of a late one. */
const chain = 20_000

/**
 * Somebody sends small updates that cost the gate all that one may, and goes on after each refusal: an observer, who
 * may change nothing at all, or a contributor. `closed`: sockets that were closed on them, up to ten; `reference`: what
 * checking one such update costs, ms of processor.
 */
export async function refusedUpdates(
  who: 'observer' | 'contributor',
  times: number,
): Promise<Figures & { closed: number; reference: number }> {
  const stage = await Stage.set(50, doc => {
    for (let i = 1; i <= chain; i += 1)
      doc.transact(() => setFields({ doc, newId: () => '' }, 'notes', 'n1', { pos: [i, i], z: `a${i}` }))
  })
  try {
    const first = firstValue(stage.doc, 'n1', 'pos')
    const update = forge([
      { client: 777, clock: 0, parts: Array.from({ length: 20 }, () => any({ left: first }, [0, 0])) },
    ])
    const message = bytesOf(uint(messageType.sync), uint(2), uint(update.length), e =>
      encoding.writeUint8Array(e, update),
    )
    let closed = 0
    const [person] = who === 'observer' ? stage.observers : stage.contributors
    const figures = await stage.suffer(async () => {
      for (let left = times; left > 0 && closed < 10; ) {
        const socket = new WebSocket(`${stage.server.url.replace('http', 'ws')}/sync/${stage.boardId}`, {
          headers: { cookie: person?.cookie ?? '' },
        })
        let over = false
        socket.on('close', () => {
          over = true
        })
        socket.on('error', () => {})
        await until(() => over || socket.readyState === WebSocket.OPEN, 'open or closed', 60_000)
        const answer = bytesOf(uint(messageType.sync), uint(1), uint(2), uint(0), uint(0))
        socket.send(answer)
        while (left > 0 && !over) {
          for (let i = 0; i < 100 && left > 0; i += 1, left -= 1) socket.send(message)
          let answered = false
          socket.once('pong', () => {
            answered = true
          })
          socket.ping()
          await until(() => over || answered, 'the server has read it', 120_000)
        }
        if (over) closed += 1
        socket.terminate()
      }
    })
    return { ...figures, closed, reference: costOfOne(stage.doc, update) }
  } finally {
    await stage.strike()
  }
}

/** Checked as if nobody else had asked before: by somebody who may write. */
function costOfOne(doc: Y.Doc, update: Uint8Array): number {
  const times = 10
  const before = process.threadCpuUsage()
  for (let i = 0; i < times; i += 1)
    checkUpdate(doc, update, {
      personId: 'somebody',
      role: 'facilitator',
      draft: false,
      phases: [phaseOn(doc, {})],
      leaseOf: client => (client === writer ? 'fay' : null),
      serverClient: 1,
      newClients: 64,
    })
  const { user, system } = process.threadCpuUsage(before)
  return (user + system) / 1000 / times
}

function firstValue(doc: Y.Doc, id: string, key: string): { client: number; clock: number } {
  const note = rootOf(doc, 'notes').get(id)
  let item = note?._map.get(key) ?? null
  while (item?.left) item = item.left
  if (!item) throw new Error('no such value')
  return item.id
}
