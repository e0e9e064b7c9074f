import { expect, type Page } from '@playwright/test'

/** Share of the whole window, 0 to 1, that is wall with nothing over it. */
export const freeWall = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const [columns, rows] = [120, 80]
    let free = 0
    for (let column = 0; column < columns; column++)
      for (let row = 0; row < rows; row++) {
        const at = document.elementFromPoint(
          ((column + 0.5) / columns) * innerWidth,
          ((row + 0.5) / rows) * innerHeight,
        )
        if (at?.closest('[data-slot=wall]') && !at.closest('[data-float]')) free += 1
      }
    return free / (columns * rows)
  })

/** What floats over the wall now, by name. */
export const floating = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('[data-float]')]
      .filter(box => box.checkVisibility() && box.getBoundingClientRect().height > 0)
      .map(box => box.getAttribute('aria-label') ?? box.textContent?.slice(0, 40) ?? ''),
  )

/** On each of the two usual screens of a laptop enough of the wall is left, and at most one box floats over it. */
export async function expectRoom(page: Page, where: string): Promise<void> {
  const before = page.viewportSize()
  for (const [width, height, share] of [
    [1280, 720, 0.55],
    [1440, 900, 0.7],
  ] as const) {
    await page.setViewportSize({ width, height })
    await expect.poll(() => freeWall(page), `${where}, ${width} × ${height}: free wall`).toBeGreaterThanOrEqual(share)
    expect((await floating(page)).slice(1), `${where}, ${width} × ${height}: floating boxes`).toEqual([])
  }
  if (before) await page.setViewportSize(before)
}
