import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { awayAfter, watchAway } from '#components/collab/away.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function page() {
  const target = Object.assign(new EventTarget(), { hidden: false })
  const said: boolean[] = []
  const stop = watchAway(target, away => said.push(away))
  return { target, said, stop }
}

test('minutes without a hand on the page are away, the first touch is back', () => {
  const { target, said, stop } = page()
  vi.advanceTimersByTime(awayAfter - 1)
  target.dispatchEvent(new Event('keydown'))
  vi.advanceTimersByTime(awayAfter - 1)
  expect(said).toEqual([false])
  vi.advanceTimersByTime(1)
  target.dispatchEvent(new Event('pointermove'))
  expect(said).toEqual([false, true, false])
  stop()
})

test('a page in the background is away at once', () => {
  const { target, said, stop } = page()
  target.hidden = true
  target.dispatchEvent(new Event('visibilitychange'))
  target.hidden = false
  target.dispatchEvent(new Event('visibilitychange'))
  expect(said).toEqual([false, true, false])
  stop()
  vi.advanceTimersByTime(2 * awayAfter)
  expect(said).toHaveLength(3)
})
