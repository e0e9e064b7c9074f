import { setImmediate as nextTurn } from 'node:timers/promises'
import { expect, test } from 'vitest'
import type { Connection } from '#server/collab/connection.ts'
import { Outbox } from '#server/collab/outbox.ts'

/** A connection that keeps what is written to it. */
function reader(facts: { extended?: boolean; congested?: boolean } = {}) {
  const writes: (readonly Buffer[])[] = []
  const connection = {
    extended: true,
    congested: false,
    ...facts,
    write: (frames: readonly Buffer[]) => writes.push(frames),
  }
  return {
    connection: connection as unknown as Connection,
    writes,
    get text() {
      return Buffer.concat(writes.flat()).toString()
    },
  }
}
const room = (...readers: { connection: Connection }[]) =>
  new Outbox(new Set(readers.map(({ connection }) => connection)))

test('everybody is sent all but what they wrote themselves, in order, and last what is for them alone', async () => {
  const [ann, bob, stock, slow] = [reader(), reader(), reader({ extended: false }), reader({ congested: true })]
  const outbox = room(ann, bob, stock, slow)
  outbox.broadcast(Buffer.from('a'), 'sync', ann.connection)
  outbox.broadcast(Buffer.from('b'), 'sync', bob.connection)
  outbox.broadcast(Buffer.from('x'), 'extended')
  outbox.broadcast(Buffer.from('c'), 'cursors')
  outbox.broadcast(Buffer.from('A'), 'sync', ann.connection)
  outbox.send(ann.connection, Buffer.from('!'))
  await nextTurn()
  await nextTurn()
  expect([ann.text, bob.text, stock.text, slow.text]).toEqual(['bxc!', 'axcA', 'abcA', 'abxA'])
})

test('whatever the readers leave out, small frames are copied once for all of them, and large ones never', () => {
  const readers = [reader(), reader(), reader({ extended: false }), reader({ congested: true })]
  const outbox = room(...readers)
  const large = Buffer.alloc(100_000, 'L')
  outbox.broadcast(Buffer.from('a'), 'sync', readers[0]?.connection)
  outbox.broadcast(Buffer.from('b'), 'extended')
  outbox.broadcast(large, 'sync', readers[1]?.connection)
  outbox.broadcast(Buffer.from('c'), 'cursors')
  outbox.broadcast(Buffer.from('d'), 'sync')
  outbox.flush()
  const memory = new Set(readers.flatMap(({ writes }) => writes.flat().map(({ buffer }) => buffer)))
  expect(memory.has(large.buffer)).toBe(true)
  expect(memory.size).toBeLessThanOrEqual(3)
  expect(readers[1]?.text).toBe('abcd')
})
