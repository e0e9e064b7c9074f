import { expect, test } from 'vitest'
import { ackSocket } from '#components/collab/ack-socket.ts'
import { messageLimits } from '#lib/protocol/messages.ts'

function socket() {
  const wire: string[] = []
  const upload = {
    complete: true,
    count: 0,
    past: (_message: Uint8Array) => {},
    opened(send: (message: Uint8Array) => void) {
      upload.past = send
    },
    sent() {
      upload.count += 1
    },
  }
  class Fake {
    send(data: Uint8Array) {
      wire.push([...data.slice(0, 2)].join(' '))
    }
    close(code: number) {
      wire.push(`close ${code}`)
    }
  }
  const Acknowledging = ackSocket(Fake as unknown as typeof WebSocket, upload)
  return { made: new Acknowledging('ws://board'), wire, upload }
}
const message = (...bytes: number[]) => new Uint8Array([...bytes, 0, 0])

test('updates count, questions and presence do not', () => {
  const { made, wire, upload } = socket()
  made.send(message(0, 0))
  made.send(message(1, 5))
  made.send(message(0, 2))
  expect(wire).toEqual(['0 0', '1 5', '0 2'])
  expect(upload.count).toBe(1)
})

test('an update written before the answer is left to the answer, so that the server never sees a gap', () => {
  const { made, wire, upload } = socket()
  upload.complete = false
  made.send(message(0, 2))
  expect(wire).toEqual([])
  upload.past(message(0, 1))
  upload.past(message(0, 2))
  expect(wire).toEqual(['0 1', '0 2'])
  expect(upload.count).toBe(0)
})

test('an update too large to go live comes back in the answer of a new connection', () => {
  const { made, wire, upload } = socket()
  const large = new Uint8Array(messageLimits.liveUpdate + 1)
  large[1] = 2
  made.send(large)
  expect(wire).toEqual(['close 4000'])
  expect(upload.count).toBe(0)
})
