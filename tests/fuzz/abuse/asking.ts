import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import { messageType } from '#lib/protocol/messages.ts'
import { bytesOf, uint } from '#tests/drivers/forge.ts'
import { until } from '#tests/drivers/until.ts'
import { type Figures, Stage } from './stage.ts'

/**
 * An observer asks over many sockets again and again for the whole board, and reads none of the answers. `reference`:
 * what encoding it once costs, ms of processor; `size`: its bytes.
 */
export async function askAgainAndAgain(
  times: number,
  sockets: number,
  notes: number,
): Promise<Figures & { reference: number; size: number }> {
  const stage = await Stage.set(notes)
  try {
    const figures = await stage.suffer(async () => {
      const [person] = stage.observers
      if (!person) throw new Error('nobody')
      const clients = await Promise.all(Array.from({ length: sockets }, () => stage.join(person)))
      for (const client of clients) client.ws.pause()
      for (let i = 0; i < times; i += 1) {
        const vector = Y.encodeStateVector(new Map([[100_000 + i, 1]]))
        const question = bytesOf(uint(messageType.sync), uint(0), uint(vector.length), e =>
          encoding.writeUint8Array(e, vector),
        )
        clients[i % clients.length]?.send(question)
      }
      await until(
        () => clients.every(({ ws }) => ws.bufferedAmount === 0 || ws.readyState !== ws.OPEN),
        'all is asked',
        120_000,
      )
      await fetch(`${stage.server.url}/healthz`)
    })
    return { ...figures, ...encodedOnce(stage.doc) }
  } finally {
    await stage.strike()
  }
}

function encodedOnce(doc: Y.Doc): { reference: number; size: number } {
  const before = process.threadCpuUsage()
  const size = Y.encodeStateAsUpdate(doc).length
  const { user, system } = process.threadCpuUsage(before)
  return { reference: (user + system) / 1000, size }
}
