import { type APIRequestContext, type BrowserContext, expect, type Locator, type Page } from '@playwright/test'

/** Tests on the board speak gestures: points are px from the wall's top-left corner. */
export interface Point {
  x: number
  y: number
}

export interface BoardPage {
  page: Page
  wall: Locator
  noteByText(text: string): Locator
  /** Double-press on the paper, the text, Escape. */
  addNote(text: string, at: Point): Promise<void>
  /** Presses the note and moves it by px in small steps. */
  drag(text: string, by: Point): Promise<void>
  /** The link tool from one note to another. */
  link(from: string, to: string): Promise<void>
  /** Opens a note for writing, with the caret at its end. */
  write(text: string): Promise<Locator>
  renameLane(from: string, to: string): Promise<void>
  pick(tool: string): Promise<void>
  openPanel(label: string): Promise<Locator>
  /** Waits until the top bar says so. */
  says(connection: string | RegExp): Promise<void>
}

/** Opens a board and waits until it is live. */
export async function openBoard(page: Page, boardId: string): Promise<BoardPage> {
  await page.goto(`/b/${boardId}`)
  const board = onBoard(page)
  await board.says('Saved')
  return board
}

/** Gestures on a board that is open. */
export function onBoard(page: Page): BoardPage {
  const wall = page.locator('[data-slot=wall]')
  const noteByText = (text: string) => wall.getByRole('option').filter({ hasText: text })
  const screen = async ({ x, y }: Point): Promise<Point> => {
    const box = await wall.boundingBox()
    return { x: (box?.x ?? 0) + x, y: (box?.y ?? 0) + y }
  }
  const middle = async (text: string): Promise<Point> => {
    const box = await noteByText(text).boundingBox()
    if (!box) throw new Error(`The note "${text}" cannot be seen.`)
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
  }
  const stroke = async (from: Point, to: Point) => {
    await page.mouse.move(from.x, from.y)
    await page.mouse.down()
    await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 4 })
    await page.mouse.move(to.x, to.y, { steps: 4 })
    await page.mouse.up()
  }
  const pick = async (tool: string) => {
    const row = page.getByRole('navigation', { name: 'Tools and notes' })
    const button = row.getByRole('button', { name: tool, exact: true })
    if ((await button.count()) > 0) return button.click()
    await row.getByRole('button', { name: 'More kinds of note' }).click()
    const more = page.getByRole('dialog', { name: 'More kinds of note' })
    await more.getByRole('button', { name: tool, exact: true }).click()
  }
  return {
    page,
    wall,
    noteByText,
    pick,
    async addNote(text, at) {
      const { x, y } = await screen(at)
      await page.mouse.dblclick(x, y)
      await expect(wall.locator('textarea')).toBeFocused()
      await page.keyboard.type(text)
      await page.keyboard.press('Escape')
      await expect(noteByText(text)).toBeVisible()
    },
    async drag(text, by) {
      const from = await middle(text)
      await stroke(from, { x: from.x + by.x, y: from.y + by.y })
    },
    async link(from, to) {
      await pick('Link')
      await stroke(await middle(from), await middle(to))
      await pick('Select')
    },
    async write(text) {
      const { x, y } = await middle(text)
      await page.mouse.dblclick(x, y)
      const field = wall.locator('textarea')
      await expect(field).toBeFocused()
      await page.keyboard.press('Control+End')
      return field
    },
    async renameLane(from, to) {
      await wall.getByRole('button', { name: `Lane ${from}` }).dblclick()
      await wall.getByRole('textbox', { name: 'Name of the lane' }).fill(to)
      await page.keyboard.press('Enter')
      await expect(wall.getByRole('button', { name: `Lane ${to}` })).toBeVisible()
    },
    async openPanel(label) {
      const panel = page.getByRole('complementary', { name: label, exact: true })
      // On some screens it is already open, and a press would close it.
      await expect(async () => {
        if (!(await panel.isVisible())) await goToPanel(page, label)
        await expect(panel).toBeVisible({ timeout: 2_000 })
      }).toPass()
      return panel
    },
    async says(connection) {
      await expect(page.locator('[data-connection]')).toHaveAttribute('data-connection', connection)
    },
  }
}

/** Which tab a panel is a part of. */
const tabOf: Readonly<Record<string, string>> = {
  Now: 'Now',
  Agenda: 'Now',
  'Dot voting': 'Now',
  Inbox: 'Now',
  Outcome: 'Process',
  'Points of failure': 'Process',
  'Verdicts and actions': 'Process',
  Details: 'Details',
  Outline: 'Details',
  Comments: 'Talk',
  'Parking lot': 'Talk',
  Numbers: 'Numbers',
  Views: 'Numbers',
  Legend: 'Numbers',
}

/** Opens a panel as people do: its tab, then its part; the people by their number. */
export async function goToPanel(page: Page, label: string): Promise<void> {
  const name = tabOf[label]
  if (label === 'People') return page.getByRole('button', { name: /^\d+ (person|people) here/ }).click()
  if (label === 'Taken off') {
    await page.getByRole('button', { name: 'Board', exact: true }).click()
    return page.getByRole('menuitem', { name: label }).click()
  }
  if (name === undefined) throw new Error(`There is no panel ${label}.`)
  const tab = page.getByRole('navigation', { name: 'Panels' }).getByRole('button', { name: new RegExp(`^${name}`) })
  if ((await tab.getAttribute('aria-pressed')) === 'false') await tab.click()
  const part = page.getByRole('group', { name: 'Parts' }).getByRole('button', { name: label, exact: true })
  if ((await part.getAttribute('aria-pressed')) === 'false') await part.click()
}

const ask = async <T>(request: APIRequestContext, path: string, data: object): Promise<T> => {
  const response = await request.post(path, { data })
  expect(response.ok(), `${path}: ${response.status()} ${await response.text()}`).toBe(true)
  return (await response.json()) as T
}

let count = 0

/** Signs a new person up in this browser and makes a board. */
export async function ownerWithBoard(context: BrowserContext, title = 'Coffee', template = 'blank'): Promise<string> {
  count += 1
  await ask(context.request, '/api/sign-up', {
    email: `owner-${process.pid}-${Date.now()}-${count}@example.org`,
    password: 'a long enough passphrase',
    name: 'Olga Owner',
  })
  const { board } = await ask<{ board: { id: string } }>(context.request, '/api/boards', { title, template })
  return board.id
}

/** Creates an invite link as the person who is signed in in this browser. */
export async function inviteTo(
  context: BrowserContext,
  boardId: string,
  role: 'contributor' | 'observer' | 'facilitator' = 'contributor',
): Promise<string> {
  const { invite } = await ask<{ invite: { token: string } }>(context.request, `/api/boards/${boardId}/invites`, {
    role,
  })
  return invite.token
}

/** Comes in by an invite, with a name only. */
export const joinAsGuest = (context: BrowserContext, token: string, name: string): Promise<unknown> =>
  ask(context.request, '/api/join', { token, name })
