import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { FrameStore } from '#components/workspace/frame-state.ts'

/** What a browser keeps, for a tab or for longer. */
function storage() {
  const kept = new Map<string, string>()
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  }
}

const onPhone = { now: false }
beforeEach(() => {
  onPhone.now = false
  vi.stubGlobal('location', { search: '' })
  vi.stubGlobal('localStorage', storage())
  vi.stubGlobal('sessionStorage', storage())
  vi.stubGlobal('matchMedia', () => ({ matches: onPhone.now }))
})
afterEach(() => vi.unstubAllGlobals())

test('the stage takes away what it opened, and gives back what the person had open', () => {
  const frame = new FrameStore('board')
  frame.change({ panel: 'outline' })
  frame.turnTo('failures')
  expect(frame.get()).toMatchObject({ panel: 'failures', by: 'stage', mine: 'outline' })
  frame.turnTo('verdicts')
  expect(frame.get()).toMatchObject({ panel: 'verdicts', by: 'stage', mine: 'outline' })
  frame.turnTo(null)
  expect(frame.get()).toMatchObject({ panel: 'outline', by: 'me', mine: null })
  frame.turnTo(null)
  expect(frame.get().panel, 'what the person opened is theirs to close').toBe('outline')
})

test('what the person opens while the stage shows something is theirs from then on', () => {
  const frame = new FrameStore('board')
  frame.turnTo('now')
  frame.change({ panel: 'comments' })
  frame.turnTo(null)
  expect(frame.get().panel).toBe('comments')
  frame.change({ panel: null })
  frame.turnTo('comments')
  frame.turnTo(null)
  expect(frame.get().panel).toBeNull()
})

test('after a reload the panel is as it was, with who opened it; on a phone only what the stage opened', () => {
  const before = new FrameStore('board')
  expect(before.seenBefore).toBe(false)
  before.change({ panel: 'outline' })
  before.turnTo('now')
  const again = new FrameStore('board')
  expect(again.seenBefore).toBe(true)
  expect(again.get()).toMatchObject({ panel: 'now', by: 'stage', mine: 'outline' })
  expect(new FrameStore('another').get().panel).toBeNull()
  onPhone.now = true
  expect(new FrameStore('board').get().panel).toBe('now')
  again.turnTo(null)
  expect(new FrameStore('board').get().panel).toBeNull()
})

test('a map is not there again by itself; a width out of bounds is the usual one', () => {
  const frame = new FrameStore('board')
  frame.change({ minimap: true, panelWidth: 500 })
  expect(new FrameStore('board').get()).toMatchObject({ minimap: false, panelWidth: 500 })
  frame.change({ panelWidth: 5_000 })
  expect(new FrameStore('board').get().panelWidth).toBe(284)
})

test('the verdict card lies in Now until something else is opened there', () => {
  const frame = new FrameStore('board')
  frame.change({ panel: 'now', deciding: true })
  frame.change({ card: null })
  expect(frame.get().deciding).toBe(true)
  frame.change({ panel: 'outline' })
  frame.change({ panel: 'now' })
  expect(frame.get().deciding).toBe(false)
})
