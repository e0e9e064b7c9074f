import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  devices,
  expect,
  type Page,
} from '@playwright/test'
import { agendaOf } from '#lib/facilitation/agendas.ts'
import { type BoardPage, inviteTo, joinAsGuest, openBoard, ownerWithBoard } from './board.ts'

/** A typical phone. */
export const phone: BrowserContextOptions = { ...devices['Pixel 7'], viewport: { width: 390, height: 844 } }

const send = async (context: BrowserContext, path: string, data: object) => {
  const response = await context.request.post(path, { data })
  expect(response.ok(), `${path}: ${response.status()} ${await response.text()}`).toBe(true)
  return response.json()
}

let count = 0

/** A board whose owner leads an open session with the two-hour agenda, and a link to join it. */
export async function ledSession(browser: Browser, { lobby = false, template = 'blank' } = {}) {
  const context = await browser.newContext()
  const boardId = await ownerWithBoard(context, 'Coffee', template)
  const agenda = agendaOf('two-hours', () => `item-${count++}`)
  const { session } = await send(context, `/api/boards/${boardId}/sessions`, {
    title: 'Coffee workshop',
    agenda,
    lobby,
    open: true,
  })
  const contexts = [context]
  const lead = await openBoard(await context.newPage(), boardId)
  return {
    boardId,
    code: String(session.shortCode),
    lead,
    leadContext: context,
    /** Opens the board for a new guest who joins by the invite. */
    async guest(
      name: string,
      options: BrowserContextOptions = {},
      before?: (context: BrowserContext) => Promise<unknown>,
    ) {
      const own = await browser.newContext(options)
      contexts.push(own)
      await before?.(own)
      await joinAsGuest(own, await inviteTo(context, boardId), name)
      return openBoard(await own.newPage(), boardId)
    },
    async stranger(options: BrowserContextOptions = {}) {
      const own = await browser.newContext(options)
      contexts.push(own)
      return own.newPage()
    },
    async close() {
      for (const each of contexts) await each.close()
    },
  }
}

/** Shifts this browser's clock by ms. */
export const clockOff = (ms: number) => (context: BrowserContext) =>
  context.addInitScript(off => {
    const Real = Date
    const now = () => Real.now() + off
    globalThis.Date = new Proxy(Real, {
      construct: (target, args) => Reflect.construct(target, args.length === 0 ? [now()] : args),
      get: (target, key) => (key === 'now' ? now : Reflect.get(target, key)),
    })
  }, ms)

export const stageOf = (page: Page) => page.getByRole('region', { name: 'Stage' })
export const clockOf = (page: Page) => stageOf(page).getByRole('timer')

/** Closes the activity's card, so that it does not cover the wall. */
export const putCardAway = ({ page }: BoardPage) => page.getByRole('button', { name: 'Got it' }).click()

/** Returns the row of a person in the list of people. */
export const personIn = (page: Page, name: string) =>
  page.getByRole('complementary', { name: 'People' }).locator('[data-person]').filter({ hasText: name })

export async function choose(page: Page, name: string, item: string): Promise<void> {
  await page.getByRole('button', { name: `More for ${name}` }).click()
  await page
    .getByRole('menuitem', { name: item })
    .or(page.getByRole('menuitemcheckbox', { name: item }))
    .click()
}
