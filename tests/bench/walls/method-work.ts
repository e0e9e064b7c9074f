import type { Page } from '@playwright/test'
import { slice } from '#components/method/idle-parts.ts'

/** ms of the page: from, to. */
export type Span = readonly [number, number]

interface MethodWork {
  /** Holds all of it back, or lets it go on. */
  stand(still: boolean): void
  /** Parts that ran since the last time anybody asked, each with what React did about it at once. */
  ran(): Span[]
}
declare global {
  interface Window {
    benchMethod: MethodWork
  }
}

/**
 * Watches what the method does in the page: it works in the browser's idle time alone, and is known by how long it lets
 * that put it off.
 */
export const watchMethod = (page: Page): Promise<void> =>
  page.evaluate(limit => {
    const { requestIdleCallback, cancelIdleCallback } = window
    const held = new Map<number, () => void>()
    let still = false
    let ran: [number, number][] = []
    window.requestIdleCallback = (work, options) => {
      if (options?.timeout !== limit) return requestIdleCallback(work, options)
      const handle = requestIdleCallback(deadline => {
        const run = (left: IdleDeadline) => {
          const from = performance.now()
          work(left)
          queueMicrotask(() => ran.push([from, performance.now()]))
        }
        if (still) held.set(handle, () => requestIdleCallback(run))
        else run(deadline)
      }, options)
      return handle
    }
    window.cancelIdleCallback = handle => {
      held.delete(handle)
      cancelIdleCallback(handle)
    }
    window.benchMethod = {
      stand(now) {
        still = now
        if (still) return
        for (const run of held.values()) run()
        held.clear()
      },
      ran() {
        const all = ran
        ran = []
        return all
      },
    }
  }, slice.within)
