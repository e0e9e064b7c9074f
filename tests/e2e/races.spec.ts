import { type Browser, type BrowserContext, expect, test } from '@playwright/test'
import { roomLimits } from '#server/collab/limits.ts'
import { type BoardPage, inviteTo, joinAsGuest, openBoard, ownerWithBoard } from '#tests/drivers/board.ts'
import { wireOf } from '#tests/drivers/wire.ts'

/** An owner who leads and a guest by invite, the guest's line to the server in our hands. */
async function two(browser: Browser) {
  const [first, second] = [await browser.newContext(), await browser.newContext()]
  const boardId = await ownerWithBoard(first)
  const token = await inviteTo(first, boardId)
  await joinAsGuest(second, token, 'Gustav Guest')
  const wire = await wireOf(second)
  const owner = await openBoard(await first.newPage(), boardId)
  const guest = await openBoard(await second.newPage(), boardId)
  const seat = await seatOf(first, boardId)
  const close = async () => {
    await first.close()
    await second.close()
  }
  return { boardId, token, owner, guest, first, second, wire, seat, close }
}

/** The address of the guest's seat in the session. */
async function seatOf(owner: BrowserContext, boardId: string): Promise<string> {
  const { sessions } = await (await owner.request.get(`/api/boards/${boardId}/sessions`)).json()
  const at = `/api/sessions/${sessions[0].id}/participants`
  const { participants } = await (await owner.request.get(at)).json()
  const guest = participants.find((one: { name: string }) => one.name === 'Gustav Guest')
  return `${at}/${guest.personId}`
}

const notSaved = ({ page }: BoardPage) => page.getByRole('region', { name: 'Not saved' })

test('a freeze in the middle of typing: what came too late is kept to try again, and both see the same', async ({
  browser,
}) => {
  const { owner, guest, wire, close } = await two(browser)
  await owner.addNote('Waits', { x: 400, y: 200 })
  await expect(guest.noteByText('Waits')).toBeVisible()
  await guest.write('Waits')
  await guest.page.keyboard.type(' for')
  await expect(owner.noteByText('Waits for')).toBeVisible()

  wire.hold()
  await guest.page.keyboard.type(' a table')
  await owner.page.keyboard.press('Shift+F')
  await expect(guest.page.getByText('The facilitator has frozen the wall for a moment.')).toBeVisible()
  const frozen = Date.now()
  await expect.poll(() => Date.now() - frozen).toBeGreaterThan(roomLimits.grace)
  wire.release()

  await expect(notSaved(guest)).toContainText('Waits for a table')
  await expect(guest.wall.getByRole('option')).toHaveText(/Waits for(?! a table)/)
  await expect(owner.wall.getByRole('option')).toHaveText(/Waits for(?! a table)/)
  const again = notSaved(guest).getByRole('button', { name: 'Try again' }).last()
  await expect(again).toBeDisabled()

  await owner.page.keyboard.press('Shift+F')
  await again.click()
  await expect(owner.noteByText('Waits for a table')).toBeVisible()
  await expect(guest.noteByText('Waits for a table')).toBeVisible()
  await expect(notSaved(guest)).toHaveCount(0)
  await close()
})

test('a freeze in the middle of typing: what was on its way is taken', async ({ browser }) => {
  const { owner, guest, wire, close } = await two(browser)
  await owner.addNote('Waits', { x: 400, y: 200 })
  await expect(guest.noteByText('Waits')).toBeVisible()
  await guest.write('Waits')
  wire.hold()
  await guest.page.keyboard.type(' for a table')
  await owner.page.keyboard.press('Shift+F')
  await expect(guest.page.getByText('The facilitator has frozen the wall for a moment.')).toBeVisible()
  wire.release()
  await expect(owner.noteByText('Waits for a table')).toBeVisible()
  await guest.says('Saved')
  await expect(notSaved(guest)).toHaveCount(0)
  await close()
})

test('a removal in the middle of a drag: out at once, everywhere, and not in again by the same link', async ({
  browser,
}) => {
  const { boardId, token, owner, guest, first, second, seat, close } = await two(browser)
  await owner.addNote('Waits', { x: 400, y: 200 })
  await expect(guest.noteByText('Waits')).toBeVisible()
  const place = async () => Math.round((await owner.noteByText('Waits').boundingBox())?.x ?? 0)
  const before = await place()
  const box = await guest.noteByText('Waits').boundingBox()
  if (!box) throw new Error('the note cannot be seen')
  await guest.page.mouse.move(box.x + 40, box.y + 40)
  await guest.page.mouse.down()
  await guest.page.mouse.move(box.x + 240, box.y + 60, { steps: 6 })
  await expect.poll(place).toBeGreaterThan(before + 150)
  const { page: otherTab } = await openBoard(await second.newPage(), boardId)

  expect((await first.request.delete(seat)).ok()).toBe(true)
  for (const page of [guest.page, otherTab])
    await expect(page.getByRole('heading', { name: 'You are no longer in this session' })).toBeVisible()
  await guest.page.mouse.up()
  await expect.poll(place).toBe(before)
  await expect(owner.page.getByRole('button', { name: 'Gustav Guest: follow' })).toHaveCount(0)

  expect((await second.request.post('/api/join', { data: { token, name: 'Gustav Guest' } })).ok()).toBe(false)
  expect((await otherTab.goto(`/b/${boardId}`))?.status()).toBe(404)
  await close()
})

test('a role changed while offline: brought back in step, with the work kept to copy or to try again', async ({
  browser,
}) => {
  const { owner, guest, first, wire, seat, close } = await two(browser)
  await owner.addNote('Waits', { x: 400, y: 200 })
  await expect(guest.noteByText('Waits')).toBeVisible()
  wire.cut()
  await guest.says(/Reconnecting|Offline/)
  await guest.addNote('Asks for the menu', { x: 700, y: 200 })
  await guest.write('Waits')
  await guest.page.keyboard.type(' for a table')
  await guest.page.keyboard.press('Escape')
  await guest.says(/2 changes waiting/)

  expect((await first.request.patch(seat, { data: { role: 'observer' } })).ok()).toBe(true)
  wire.mend()
  await expect(notSaved(guest)).toContainText('2 changes were not saved.')
  await expect(notSaved(guest)).toContainText('Asks for the menu')
  await expect(notSaved(guest)).toContainText('Waits for a table')
  await expect(guest.wall.getByRole('option')).toHaveCount(1)
  await expect(guest.wall.getByRole('option')).toHaveText(/Waits(?! for)/)
  await expect(owner.wall.getByRole('option')).toHaveCount(1)
  await expect(notSaved(guest).getByRole('button', { name: 'Try again' }).last()).toBeDisabled()

  expect((await first.request.patch(seat, { data: { role: 'contributor' } })).ok()).toBe(true)
  await notSaved(guest).getByRole('button', { name: 'Try again' }).last().click()
  await expect(owner.noteByText('Asks for the menu')).toBeVisible()
  await expect(owner.noteByText('Waits for a table')).toBeVisible()
  await expect(notSaved(guest)).toHaveCount(0)
  await close()
})
