import { expect, type Page, test } from '@playwright/test'
import { inviteTo, joinAsGuest, openBoard, ownerWithBoard } from '#tests/drivers/board.ts'

const brokenFiles = [
  {
    name: 'cut.bpmn',
    text: '<?xml version="1.0"?>\n<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL">\n<process id="p">\n<task id="t" name="Pour',
    reason: /Line 4: This is not a BPMN 2\.0 file, or it is damaged/,
  },
  {
    name: 'open-quote.csv',
    text: 'kind,text\nstep,Takes the order\nstep,"Makes the coffee\nstep,Serves it\n',
    reason: 'Line 3: A quotation mark is opened here and never closed.',
  },
]

test('a broken file is refused with its line and reason, and the board stays as it was', async ({ browser }) => {
  const context = await browser.newContext()
  const boardId = await ownerWithBoard(context)
  const board = await openBoard(await context.newPage(), boardId)
  const { page } = board
  const onServer = async () => (await (await context.request.get(`/api/boards/${boardId}/export/json`)).json()).board
  await board.addNote('Was here before', { x: 300, y: 300 })
  await expect.poll(async () => (await onServer()).notes.length).toBe(1)
  const before = await onServer()
  await page.getByRole('button', { name: 'Board', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Import' }).click()
  const dialog = page.getByRole('dialog', { name: 'Import onto this board' })
  for (const { name, text, reason } of brokenFiles) {
    const file = { name, mimeType: 'application/octet-stream', buffer: Buffer.from(text) }
    await dialog.getByLabel('File to import').setInputFiles(file)
    await expect(dialog.getByRole('alert')).toContainText(name)
    await expect(dialog.getByRole('alert')).toContainText(reason)
    await expect(dialog.getByRole('alert')).toContainText('Nothing was imported.')
    await expect(dialog.getByRole('button', { name: 'Put it on the board' })).toHaveCount(0)
  }
  expect(await onServer()).toEqual(before)
  await page.keyboard.press('Escape')
  await expect(board.wall.getByRole('option')).toHaveCount(1)
  await context.close()
})

/** Drags a file from the desktop over the wall and lets it go there. */
const dropOnWall = (page: Page, name: string, text: string) =>
  page.evaluate(
    async ({ name, text }) => {
      const dataTransfer = new DataTransfer()
      dataTransfer.items.add(new File([text], name))
      const left: string[] = []
      for (const type of ['dragenter', 'dragover', 'drop']) {
        const event = new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true })
        document.querySelector('[data-slot=wall]')?.dispatchEvent(event)
        if (!event.defaultPrevented) left.push(type)
        // The dialog that opens meanwhile is the one that takes the file.
        if (type === 'dragenter') await new Promise(resolve => setTimeout(() => requestAnimationFrame(resolve)))
      }
      return left
    },
    { name, text },
  )

test('a file dropped on the wall is shown before it is imported; who may not import is told why', async ({
  browser,
}) => {
  const [context, visitor] = [await browser.newContext(), await browser.newContext()]
  const boardId = await ownerWithBoard(context)
  await joinAsGuest(visitor, await inviteTo(context, boardId, 'observer'), 'Otto Observer')
  const board = await openBoard(await context.newPage(), boardId)
  const theirs = await openBoard(await visitor.newPage(), boardId)
  const rows = 'kind,text\nstep,Takes the order\nstep,Serves it\n'

  expect(await dropOnWall(theirs.page, 'steps.csv', rows)).toEqual([])
  await expect(theirs.page.getByRole('dialog')).toHaveCount(0)
  await expect(theirs.page.getByText('Only a facilitator can do this.').first()).toBeVisible()

  expect(await dropOnWall(board.page, 'steps.csv', rows)).toEqual([])
  const dialog = board.page.getByRole('dialog', { name: 'Import onto this board' })
  await expect(dialog).toContainText('2 notes')
  await dialog.getByRole('button', { name: 'Put it on the board' }).click()
  await expect(board.noteByText('Takes the order')).toBeVisible()
  await expect(theirs.noteByText('Serves it')).toBeVisible()
  await context.close()
  await visitor.close()
})
