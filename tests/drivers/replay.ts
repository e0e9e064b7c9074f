import { expect, type Locator, type Page } from '@playwright/test'

/** Gestures in the player, and what a test may read from it. */
export interface ReplayPage {
  page: Page
  wall: Locator
  timeline: Locator
  /** The words that say what happened at the moment shown. */
  says(words: string | RegExp): Promise<void>
  /** Texts of the notes on the wall, sorted. */
  shows(texts: readonly string[]): Promise<void>
  /** Presses a key of the player. */
  press(key: string): Promise<void>
  /** Steps back or on until the words are those. */
  stepTo(key: 'ArrowLeft' | 'ArrowRight', words: RegExp): Promise<void>
}

/** Opens a replay and waits until its wall is there. */
export async function openReplay(page: Page, path: string): Promise<ReplayPage> {
  await page.goto(path)
  const replay = onReplay(page)
  await expect(page.locator('[data-moment]')).toBeVisible()
  return replay
}

/** Gestures on a replay that is open. */
export function onReplay(page: Page): ReplayPage {
  const wall = page.locator('[data-slot=wall]')
  const moment = page.locator('[data-moment]')
  return {
    page,
    wall,
    timeline: page.getByRole('slider', { name: 'Time' }),
    says: words => expect(moment).toContainText(words),
    shows: texts =>
      expect
        .poll(async () => (await wall.locator('.note-text').allInnerTexts()).map(text => text.trim()).sort())
        .toEqual([...texts].sort()),
    press: key => page.keyboard.press(key),
    async stepTo(key, words) {
      for (let step = 0; step < 200; step += 1) {
        const before = await moment.getAttribute('data-moment')
        if (words.test((await moment.textContent()) ?? '')) return
        await page.keyboard.press(key)
        await expect(moment).not.toHaveAttribute('data-moment', before ?? '')
      }
      throw new Error(`no moment says ${words}`)
    },
  }
}
