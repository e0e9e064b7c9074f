import type { CDPSession, Page } from '@playwright/test'
import type { Point } from './board.ts'

/** Fingers on the screen, px from the page's top-left corner; what a mouse cannot do. */
export interface Fingers {
  /** Each finger goes from its first point to its second, together and in steps. */
  stroke(...ways: readonly (readonly [Point, Point])[]): Promise<void>
  tap(at: Point): Promise<void>
  doubleTap(at: Point): Promise<void>
  /** Moves one finger from a point to another and holds it there; returns a function that lifts it. */
  hold(from: Point, to: Point): Promise<() => Promise<void>>
  /** Puts a finger down; returns a function that lifts it. */
  press(at: Point): Promise<() => Promise<void>>
}

export async function fingersOn(page: Page): Promise<Fingers> {
  const cdp: CDPSession = await page.context().newCDPSession(page)
  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', points: readonly Point[]) =>
    cdp.send('Input.dispatchTouchEvent', { type, touchPoints: points.map(({ x, y }, id) => ({ x, y, id })) })
  const steps = 8
  const fingers: Fingers = {
    async stroke(...ways) {
      await send(
        'touchStart',
        ways.map(([from]) => from),
      )
      for (let step = 1; step <= steps; step++)
        await send(
          'touchMove',
          ways.map(([from, to]) => ({
            x: from.x + ((to.x - from.x) * step) / steps,
            y: from.y + ((to.y - from.y) * step) / steps,
          })),
        )
      await send('touchEnd', [])
    },
    async hold(from, to) {
      await send('touchStart', [from])
      for (let step = 1; step <= steps; step++)
        await send('touchMove', [
          { x: from.x + ((to.x - from.x) * step) / steps, y: from.y + ((to.y - from.y) * step) / steps },
        ])
      return () => send('touchEnd', []).then(() => undefined)
    },
    async tap(at) {
      await send('touchStart', [at])
      await send('touchEnd', [])
    },
    async doubleTap(at) {
      await fingers.tap(at)
      await fingers.tap(at)
    },
    async press(at) {
      await send('touchStart', [at])
      return () => send('touchEnd', []).then(() => undefined)
    },
  }
  return fingers
}
