import type { Page } from '@playwright/test'
import { type MeasuredBoard, middleOf } from './board.ts'

/** What is typed where keys are measured. */
export const sentence = 'one sentence as people type them'

/** About two seconds of the wheel, to and fro. */
export async function pan(page: Page): Promise<void> {
  await page.mouse.move(middleOf.x, middleOf.y)
  for (let i = 0; i < 100; i++) {
    await page.mouse.wheel(i % 50 < 25 ? 40 : -40, i % 20 < 10 ? 12 : -12)
    await page.waitForTimeout(16)
  }
}

export async function zoom(page: Page): Promise<void> {
  await page.mouse.move(middleOf.x, middleOf.y)
  await page.keyboard.down('Control')
  for (let i = 0; i < 60; i++) {
    await page.mouse.wheel(0, i % 30 < 15 ? -30 : 30)
    await page.waitForTimeout(16)
  }
  await page.keyboard.up('Control')
}

/** Forty moves a second by somebody else, for two seconds. */
export async function changes(board: MeasuredBoard): Promise<void> {
  for (let turn = 0; turn < 80; turn++) {
    await board.remote(turn)
    await board.page.waitForTimeout(25)
  }
}

export async function drag(board: MeasuredBoard): Promise<void> {
  const { x, y } = await board.note()
  await board.page.mouse.move(x, y)
  await board.page.mouse.down()
  for (let i = 1; i <= 80; i++) {
    await board.page.mouse.move(x + 3 * (i % 40), y + 2 * (i % 40))
    await board.page.waitForTimeout(16)
  }
  await board.page.mouse.up()
}
