import type { Browser } from '@playwright/test'
import { type BoardPage, openBoard, ownerWithBoard, type Point } from './board.ts'

/** An owner alone on an empty board, whose browser may read and write the clipboard. */
export async function alone(browser: Browser, options: Parameters<Browser['newContext']>[0] = {}) {
  const context = await browser.newContext({ ...options, permissions: ['clipboard-read', 'clipboard-write'] })
  const boardId = await ownerWithBoard(context)
  return { context, boardId, board: await openBoard(await context.newPage(), boardId) }
}

export const boxOf = async (board: BoardPage, text: string) => {
  const box = await board.noteByText(text).boundingBox()
  if (!box) throw new Error(`The note "${text}" cannot be seen.`)
  return box
}

export const middleOf = async (board: BoardPage, text: string): Promise<Point> => {
  const { x, y, width, height } = await boxOf(board, text)
  return { x: x + width / 2, y: y + height / 2 }
}

/** Presses keys one after the other. */
export const press = (board: BoardPage, ...keys: string[]) =>
  keys.reduce((before, key) => before.then(() => board.page.keyboard.press(key)), Promise.resolve())
