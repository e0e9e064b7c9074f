import { expect, test } from 'vitest'
import { ackSocket } from '#components/collab/ack-socket.ts'
import { messageLimits } from '#lib/protocol/messages.ts'

function socket() {
  const wire: string[] = []
  const counted = { opened: 0, sent: 0 }
  class Fake {
    send(data: Uint8Array) {
      wire.push([...data.slice(0, 2)].join(' '))
    }
    close(code: number) {
      wire.push(`close ${code}`)
    }
  }
  const Acknowledging = ackSocket(Fake as unknown as typeof WebSocket, {
    opened: () => {
      counted.opened += 1
    },
    sent: () => {
      counted.sent += 1
    },
  })
  return { made: new Acknowledging('ws://board'), wire, counted }
}
const message = (...bytes: number[]) => new Uint8Array([...bytes, 0, 0])

test('the answer to a state vector and updates after it count, questions and presence do not', () => {
  const { made, wire, counted } = socket()
  made.send(message(0, 0))
  made.send(message(1, 5))
  made.send(message(0, 1))
  made.send(message(0, 2))
  expect(wire).toEqual(['0 0', '1 5', '0 1', '0 2'])
  expect(counted).toEqual({ opened: 1, sent: 2 })
})

test('an update written before the answer is left to the answer, so that the server never sees a gap', () => {
  const { made, wire, counted } = socket()
  made.send(message(0, 2))
  expect(wire).toEqual([])
  made.send(message(0, 1))
  expect(counted.sent).toBe(1)
})

test('an update too large to go live comes back in the first sync of a new connection', () => {
  const { made, wire, counted } = socket()
  made.send(message(0, 1))
  const large = new Uint8Array(messageLimits.liveUpdate + 1)
  large[1] = 2
  made.send(large)
  expect(wire).toEqual(['0 1', 'close 4000'])
  expect(counted.sent).toBe(1)
})
