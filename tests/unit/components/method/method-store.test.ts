import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { MethodStore } from '#components/method/method-store.ts'
import { setFields } from '#lib/board/commands/writer.ts'
import { boardOf } from '#tests/drivers/board-state.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function followed() {
  const board = boardOf({ notes: { a: null, b: [null, { processing: 5 }] }, links: ['a>b'] })
  const method = new MethodStore(board)
  const end = method.start()
  const wait = (ms: number) => vi.advanceTimersByTime(ms)
  wait(1_000)
  const lead = () => method.get().asIs.numbers().lead
  const say = (processing: number) => setFields(board.writer, 'notes', 'b', { processing })
  return { board, method, end, wait, lead, say }
}

test('the figures follow a change a moment later', () => {
  const { end, wait, lead, say } = followed()
  expect(lead()).toBe(5)
  say(8)
  wait(100)
  expect(lead()).toBe(5)
  wait(500)
  expect(lead()).toBe(8)
  end()
})

test('nothing is computed while a hand is on the wall, but never for long', () => {
  const { board, end, wait, lead, say } = followed()
  board.previews.setOwn(new Map([['a', { x: 0, y: 0, w: 100, h: 100 }]]))
  say(8)
  wait(900)
  expect(lead()).toBe(5)
  wait(600)
  expect(lead()).toBe(8)
  end()
})

test('figures are made while somebody wants them, of each new version', () => {
  const { method, end, wait, say } = followed()
  expect(method.figures.get()).toBeNull()
  const stop = method.wantFigures()
  wait(500)
  const first = method.figures.get()
  expect(first?.asIs).toBe(method.get().asIs)
  say(8)
  wait(1_000)
  expect(method.figures.get()?.version).toBeGreaterThan(first?.version ?? Number.POSITIVE_INFINITY)
  stop()
  const last = method.figures.get()
  say(9)
  wait(1_000)
  expect(method.figures.get()).toBe(last)
  expect(method.get().version).toBeGreaterThan(last?.version ?? Number.POSITIVE_INFINITY)
  end()
})

test('the figures of a path that is chosen follow, and nothing else is computed again', () => {
  const { method, end, wait } = followed()
  method.wantFigures()
  wait(500)
  const { asIs } = method.get()
  const [path] = asIs.paths()
  method.way.set(path?.key ?? null)
  expect(method.figures.get()).toMatchObject({ way: null })
  wait(500)
  expect(method.figures.get()).toMatchObject({ way: path?.key })
  expect(method.figures.get()?.asIs).toBe(asIs)
  end()
})
