import { setTimeout as sleep } from 'node:timers/promises'
import * as encoding from 'lib0/encoding'
import { messageType } from '#lib/protocol/messages.ts'
import { presenceLimits } from '#lib/protocol/presence.ts'
import { bytesOf, uint } from '#tests/drivers/forge.ts'
import type { OwnClient } from '#tests/drivers/own-client.ts'
import { until } from '#tests/drivers/until.ts'
import { type Figures, Stage } from './stage.ts'

/** An awareness message: one record with any JSON as its state. */
export function cursorOf(client: number, clock: number, state: unknown): Uint8Array {
  const text = Buffer.from(JSON.stringify(state))
  const record = bytesOf(uint(1), uint(client), uint(clock), e => encoding.writeVarUint8Array(e, text))
  return bytesOf(uint(messageType.awareness), e => encoding.writeVarUint8Array(e, record))
}

const drag = Array.from({ length: presenceLimits.drag }, (_, i) => [`note${i}`.padEnd(16, '-'), i, i, 200, 200])

/**
 * An observer shows all that a tab may show, and something that none shows, over many sockets as often as they can, and
 * asks with every message for what everybody shows, without reading the answers. `seen`: kB that a colleague was shown
 * meanwhile; `unknown`: whether something that no tab shows was among them.
 */
export async function showAtWill(
  sockets: number,
  times: number,
): Promise<Figures & { seen: number; unknown: boolean; messages: number }> {
  const stage = await Stage.set(50)
  try {
    const [person] = stage.observers
    if (!person) throw new Error('nobody')
    const colleague = await stage.join(stage.fay)
    const clients = await Promise.all(Array.from({ length: sockets }, () => stage.join(person)))
    const before = seenBy(colleague)
    const figures = await stage.suffer(async () => {
      for (const client of clients) client.ws.pause()
      const question = bytesOf(uint(messageType.queryAwareness))
      for (let i = 0; i < times; i += 1) {
        for (const [at, client] of clients.entries()) {
          client.send(cursorOf(50_000 + at, i + 1, { drag, cursor: [i, i], junk: 'x'.repeat(4000) }))
          client.send(question)
        }
        await sleep(25)
      }
      await until(() => clients.every(({ ws }) => ws.bufferedAmount === 0 || ws.readyState !== ws.OPEN), 'sent', 60_000)
      await fetch(`${stage.server.url}/healthz`)
    })
    const shown = colleague.received.filter(message => message[0] === messageType.awareness)
    const unknown = shown.some(message => message.includes('junk'))
    return { ...figures, seen: Math.round((seenBy(colleague) - before) / 1024), unknown, messages: sockets * times }
  } finally {
    await stage.strike()
  }
}

const seenBy = ({ received }: OwnClient): number =>
  received.reduce((sum, message) => sum + (message[0] === messageType.awareness ? message.length : 0), 0)
