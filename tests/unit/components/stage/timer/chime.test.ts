import { afterEach, expect, test, vi } from 'vitest'
import { playChime, readyChime } from '#components/stage/timer/chime.ts'

let inGesture = false
let sounded = 0

/** Sound as on a phone: a context starts in a gesture, and one that did so may start again by itself. */
class PhoneAudio {
  state = 'suspended'
  currentTime = 0
  destination = null
  #allowed = false
  resume() {
    this.#allowed ||= inGesture
    if (!this.#allowed) return new Promise(() => {})
    this.state = 'running'
    return Promise.resolve()
  }
  suspend() {
    this.state = 'suspended'
    return Promise.resolve()
  }
  createGain() {
    const gain = { setValueAtTime() {}, linearRampToValueAtTime() {}, exponentialRampToValueAtTime() {} }
    return { gain, connect() {} }
  }
  createOscillator() {
    const start = () => {
      if (this.state === 'running') sounded += 1
    }
    return { frequency: { value: 0 }, connect: () => ({ connect() {} }), start, stop() {} }
  }
}

function gesture(page: EventTarget, type: string) {
  inGesture = type !== 'pointerdown'
  page.dispatchEvent(new Event(type))
  inGesture = false
}

afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

test('the time is up with a sound on a phone, which asks for a gesture before it sounds', async () => {
  vi.useFakeTimers()
  vi.stubGlobal('AudioContext', PhoneAudio)
  const page = new EventTarget()
  const stop = readyChime(page)
  gesture(page, 'pointerdown')
  const early = playChime()
  await vi.runAllTimersAsync()
  await early
  expect(sounded).toBe(0)

  gesture(page, 'pointerup')
  await Promise.resolve()
  await playChime()
  expect(sounded).toBe(2)
  stop()
})
