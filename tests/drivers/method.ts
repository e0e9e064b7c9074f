import { expect, type Locator } from '@playwright/test'
import type { BoardPage } from './board.ts'

/** What people do with the method's panels, on a board that is open. */
export function methodOn(board: BoardPage) {
  const { page } = board
  const panel = (label: string) => page.getByRole('complementary', { name: label, exact: true })
  return {
    panel,
    /** Opens a panel unless it is open already. */
    async open(label: string): Promise<Locator> {
      return board.openPanel(label)
    },
    async closePanel(): Promise<void> {
      await page.getByRole('button', { name: 'Close panel' }).click()
      await expect(page.getByRole('complementary')).toHaveCount(0)
    },
    /** Chooses a point of failure in the list, which selects it on the wall. */
    async pickPoint(text: string | RegExp): Promise<void> {
      await panel('Points of failure').getByRole('option', { name: text }).first().click()
    },
    async openTable(): Promise<Locator> {
      await page.keyboard.press('t')
      const grid = page.getByRole('grid')
      await expect(grid.getByRole('gridcell').first()).toBeFocused()
      return grid
    },
    /** Pastes as the keyboard does, without the clipboard of the machine. */
    async paste(text: string): Promise<void> {
      await page.evaluate(pasted => {
        const data = new DataTransfer()
        data.setData('text/plain', pasted)
        const event = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })
        document.activeElement?.dispatchEvent(event)
      }, text)
    },
    /** What a copy would put on the clipboard. */
    async copied(): Promise<string> {
      return page.evaluate(() => {
        const data = new DataTransfer()
        const event = new ClipboardEvent('copy', { clipboardData: data, bubbles: true, cancelable: true })
        document.activeElement?.dispatchEvent(event)
        return data.getData('text/plain')
      })
    },
    /** Turns to the board as it is or as it will be, and waits until it is there. */
    async see(view: 'As it is' | 'As it will be'): Promise<void> {
      const end = page.getByRole('button', { name: new RegExp(`^${view}`) })
      await end.click()
      await expect(end).toHaveAttribute('aria-pressed', 'true')
    },
    /** "5 points of failure", and what is proposed beside it, under an end of the switch. */
    points: (view: 'As it is' | 'As it will be') => page.getByRole('button', { name: new RegExp(`^${view}`) }),
  }
}
