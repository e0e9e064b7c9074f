import { type Browser, type BrowserContext, devices, expect, type Page } from '@playwright/test'
import { type BoardPage, inviteTo, joinAsGuest, openBoard, ownerWithBoard } from './board.ts'

/** One person of a workshop in a browser of their own, with every byte that the server ever sent to it. */
export interface Participant extends BoardPage {
  context: BrowserContext
  /** Returns whether any message or response so far contains this text as UTF-8. */
  received(text: string): Promise<boolean>
}

async function participant(context: BrowserContext, boardId: string): Promise<Participant> {
  const page = await context.newPage()
  const received: (Buffer | Promise<Buffer>)[] = []
  page.on('websocket', socket =>
    socket.on('framereceived', ({ payload }) =>
      received.push(Buffer.isBuffer(payload) ? payload : Buffer.from(payload)),
    ),
  )
  // The body of a response is gone once its page was left.
  page.on('response', response => received.push(response.body().catch(() => Buffer.alloc(0))))
  const board = await openBoard(page, boardId)
  return {
    ...board,
    context,
    received: async text => (await Promise.all(received)).some(bytes => bytes.includes(text)),
  }
}

/** A facilitator at a desk and everybody who is named, each in a browser of their own, on a new board. */
export async function gathering(browser: Browser, guests: readonly { name: string; onPhone?: boolean }[]) {
  const phone = { ...devices['iPhone 13'], defaultBrowserType: 'chromium' } as object
  const desk = await browser.newContext()
  const boardId = await ownerWithBoard(desk)
  const token = await inviteTo(desk, boardId)
  const contexts = [desk]
  for (const { name, onPhone = false } of guests) {
    const context = await browser.newContext(onPhone ? phone : {})
    await joinAsGuest(context, token, name)
    contexts.push(context)
  }
  // One after the other: five pages at once are slow to open on a small machine.
  const everybody: Participant[] = []
  for (const context of contexts) everybody.push(await participant(context, boardId))
  const close = async () => {
    for (const context of contexts) await context.close()
  }
  return { boardId, everybody, close }
}

/** A facilitator at a desk, one contributor on a phone and one at a desk. */
export async function workshop(browser: Browser) {
  const met = await gathering(browser, [{ name: 'Ann Adler', onPhone: true }, { name: 'Bob Brown' }])
  const [owner, ann, bob] = met.everybody
  if (!owner || !ann || !bob) throw new Error('somebody is missing')
  return { ...met, owner, ann, bob }
}

/** The facilitator takes a ready-made agenda. */
export async function chooseAgenda({ page }: Pick<BoardPage, 'page'>, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Agenda', exact: true }).first().click()
  await page.getByRole('menuitem', { name }).click()
  await expect(page.getByRole('region', { name: 'Stage' })).toContainText('Welcome')
}

/** The facilitator moves everybody to an activity; everybody puts its card away. Where a page covers it, it is read there. */
export async function goTo(owner: BoardPage, everybody: readonly BoardPage[], activity: string): Promise<void> {
  await owner.page.getByRole('region', { name: 'Stage' }).getByRole('button', { name: 'Agenda', exact: true }).click()
  await owner.page.getByRole('menuitemcheckbox', { name: activity }).click()
  for (const { page } of everybody) await readCard(page, activity)
}

/** Puts the card of an activity away; on a phone whose page stands over it, there is none. */
async function readCard(page: Page, activity: string): Promise<void> {
  const card = page.getByRole('region', { name: `Instruction: ${activity}` })
  await expect(page.getByRole('region', { name: 'Stage' })).toContainText(activity)
  const isPhone = (page.viewportSize()?.width ?? 0) < 640
  const gotIt = card.getByRole('button', { name: 'Got it' })
  if (!isPhone) return gotIt.click()
  await expect(async () => {
    if (await card.isVisible()) await gotIt.click({ timeout: 1_000 })
    await expect(card).toBeHidden({ timeout: 100 })
  }).toPass()
}

/** The button that places a dot on a note: in the list of the vote where it is open, else on the wall. */
export const dotOn = ({ page }: Pick<BoardPage, 'page'>, note: string) =>
  page.getByRole('button', { name: `Place a dot on ${note}` }).last()

/** Returns the person's private notes on a page. */
export function privateNotes({ page }: { page: Page }) {
  const pad = page.getByRole('region', { name: 'Private notes', exact: true })
  return {
    pad,
    async write(...texts: readonly string[]) {
      for (const text of texts) {
        await pad.getByRole('textbox', { name: /^New private note/ }).fill(text)
        await page.keyboard.press('Enter')
      }
    },
    says: (status: string) => expect(pad.locator('[data-private]')).toHaveAttribute('data-private', status),
    note: (at: number) => pad.getByRole('textbox', { name: new RegExp(`^Private note ${at},`) }),
  }
}
