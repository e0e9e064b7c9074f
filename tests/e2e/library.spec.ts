import { readFile } from 'node:fs/promises'
import AxeBuilder from '@axe-core/playwright'
import { type BrowserContext, type Download, expect, type Page, test } from '@playwright/test'
import { inviteTo, joinAsGuest, openBoard, ownerWithBoard } from '#tests/drivers/board.ts'

const isSound = async (page: Page, where: string) => {
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect.soft(violations.map(({ id, nodes }) => `${where} ${id}: ${nodes[0]?.html}`)).toEqual([])
  expect
    .soft(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), where)
    .toBeLessThanOrEqual(0)
}

/** A board from a template, made by who is signed in in this browser. */
async function boardFrom(context: BrowserContext, template: string, title: string): Promise<string> {
  const answer = await context.request.post('/api/boards', { data: { title, template } })
  return (await answer.json()).board.id
}

const contentOf = async (download: Download) => readFile(await download.path())

test('a board is finished, found in the library by its words, read, compared, reported and gone on with', async ({
  browser,
}) => {
  test.setTimeout(180_000)
  const context = await browser.newContext()
  await ownerWithBoard(context, 'Left open')
  const coffee = await boardFrom(context, 'coffee', 'A double espresso <b>')
  const other = await boardFrom(context, 'claim', 'A broken window')
  await context.request.post(`/api/boards/${other}/finish`, { data: {} })
  const guests = await browser.newContext()
  await joinAsGuest(guests, await inviteTo(context, coffee), 'Gustav Guest')
  const page = await context.newPage()

  // Described, then finished after a look at what will be published.
  await openBoard(page, coffee)
  await page.getByRole('button', { name: 'Board', exact: true }).click()
  await page.getByRole('menuitem', { name: 'About this board' }).click()
  await page.getByRole('textbox', { name: 'Customer' }).fill('Guests on a break')
  await page.getByRole('textbox', { name: 'Tags' }).fill('bar, #morning')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.getByRole('button', { name: 'Board', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Finish the board' }).click()
  const asked = page.getByRole('dialog', { name: 'Finish this board' })
  await expect(asked).toContainText('points of failure')
  await expect(asked.getByRole('heading', { name: 'Still open' })).toBeVisible()
  await isSound(page, 'finishing')
  await asked.getByRole('button', { name: 'Finish and seal' }).click()
  await expect(page).toHaveURL(/\/library\//)
  await expect(page.getByRole('heading', { name: 'A double espresso <b>' })).toBeVisible()
  await expect(page.getByText('cost ↓').first()).toBeVisible()
  const wall = page.getByRole('region', { name: /as it is: arrows move it/ })
  await expect(wall.getByText('Takes the order')).toBeVisible()
  await page.getByRole('button', { name: 'As it will be' }).click()
  await expect(wall.getByText('Takes the order')).toHaveCount(0)
  await isSound(page, 'reading')

  // Found by a word of a note, which is shown; nothing unfinished is there.
  await page.getByRole('link', { name: 'Library' }).click()
  await expect(page.getByRole('list', { name: 'Finished boards' }).getByRole('listitem')).toHaveCount(2)
  await isSound(page, 'library')
  await page.getByRole('searchbox').fill('lukew')
  await expect(page).toHaveURL(/q=lukew/)
  const found = page.getByRole('list', { name: 'Finished boards' }).getByRole('listitem')
  await expect(found).toHaveCount(1)
  await expect(found.locator('mark').first()).toHaveText(/lukewarm/i)
  // A part of a word, and a word with an error in it.
  await page.getByRole('searchbox').fill('ukewar')
  await expect(page).toHaveURL(/q=ukewar/)
  await expect(found.locator('mark').first()).toHaveText(/lukewarm/i)
  await page.getByRole('searchbox').fill('lukewram')
  await expect(
    page.getByText('Nothing found for “lukewram”. Did you mean lukewarm? These boards have it.'),
  ).toBeVisible()
  await expect(found).toHaveCount(1)
  await isSound(page, 'did you mean')
  await page.getByRole('link', { name: 'lukewarm' }).click()
  await expect(page.getByRole('searchbox')).toHaveValue('lukewarm')
  await expect(page.getByText('Did you mean')).toHaveCount(0)
  await page.getByRole('searchbox').fill('')
  await page.getByLabel('Tag').selectOption('morning')
  await expect(page).toHaveURL(/tag=morning/)
  await expect(found).toHaveCount(1)
  await page.getByRole('link', { name: 'Show all' }).click()
  await page.getByRole('checkbox', { name: 'Compare A double espresso <b>' }).check()
  await page.getByRole('checkbox', { name: 'Compare A broken window' }).check()
  await page.getByRole('link', { name: 'Compare' }).click()
  await expect(page.getByRole('heading', { name: 'Two boards side by side' })).toBeVisible()
  await expect(page.getByRole('row', { name: /Points of failure 5 → 2/ })).toBeVisible()
  await isSound(page, 'comparing')
  await page.goto('/library/portfolio')
  await expect(page.getByText('Ines (floor)').first()).toBeVisible()
  await isSound(page, 'portfolio')

  // A guest of the session is told of no library; the sealed wall is still theirs to see.
  const guest = await guests.newPage()
  await guest.goto('/library')
  await expect(guest.getByRole('heading', { name: 'Nothing hangs here' })).toBeVisible()
  for (const path of [
    '/library',
    `/library/${coffee}`,
    '/library/portfolio',
    `/library/compare?a=${coffee}&b=${other}`,
  ])
    expect((await guest.goto(path))?.status(), path).toBe(404)
  await guest.goto(`/b/${coffee}`)
  await expect(guest.getByText('Sealed')).toBeVisible()

  // The report prints, page by page.
  await page.goto(`/b/${coffee}/report`)
  await expect(
    page.getByText('The process has 5 places where it can fail; the verdicts leave 2 of them.'),
  ).toBeVisible()
  await isSound(page, 'report')
  const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString('latin1')
  expect(pdf.match(/\/Type\s*\/Page\b/g)?.length).toBeGreaterThanOrEqual(4)
  await page.goto(`/b/${coffee}/report/wall`)
  await page.getByLabel('Paper').selectOption('a4')
  await expect(page.getByText(/^\d+ sheets/)).toBeVisible()
  const sheets = page.locator('main svg[role=img]')
  const held = await sheets.evaluateAll(all => all.map(sheet => sheet.querySelectorAll('[data-note]').length))
  const notes = new Set(await sheets.locator('[data-note]').evaluateAll(all => all.map(one => one.dataset.note)))
  expect(notes.size, 'every note is on a sheet').toBe(
    (await page.locator('[data-note]').count()) - held.reduce((a, b) => a + b),
  )
  expect(Math.max(...held), 'no sheet holds them all').toBeLessThan(notes.size)
  await isSound(page, 'wall on paper')

  await page.goto(`/library/${coffee}`)
  await page.getByRole('button', { name: 'New session on a copy' }).click()
  await expect(page).toHaveURL(/\/b\//)
  await expect(page).toHaveTitle(/A double espresso <b> \(2\)/)
  await guests.close()
  await context.close()
})

test('a long word in a title widens no page, on a phone neither', async ({ browser }) => {
  const context = await browser.newContext()
  await ownerWithBoard(context)
  const long = await boardFrom(
    context,
    'coffee',
    'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft',
  )
  const other = await boardFrom(context, 'claim', 'Short')
  for (const id of [long, other]) await context.request.post(`/api/boards/${id}/finish`, { data: {} })
  const page = await context.newPage()
  const paths = [
    '/library',
    `/library/${long}`,
    `/library/compare?a=${long}&b=${other}`,
    '/library/portfolio',
    `/b/${long}/report`,
  ]
  for (const width of [1440, 390]) {
    await page.setViewportSize({ width, height: 844 })
    for (const path of paths) {
      await page.goto(path)
      const over = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      expect.soft(await over(), `${path} at ${width}`).toBeLessThanOrEqual(0)
    }
  }
  await context.close()
})

test('every format is saved from the board, and its own comes back as a board', async ({ browser }) => {
  const context = await browser.newContext()
  await ownerWithBoard(context)
  const coffee = await boardFrom(context, 'coffee', 'Espresso: /../ “doppio”')
  const page = await context.newPage()
  await openBoard(page, coffee)
  await page.getByRole('button', { name: 'Board', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Export' }).click()
  const dialog = page.getByRole('dialog', { name: 'Export' })
  await isSound(page, 'export')
  const save = async (name: string) => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      dialog.getByRole('button', { name, exact: true }).click(),
    ])
    return download
  }
  const png = await contentOf(await save('PNG'))
  expect(png.subarray(1, 4).toString()).toBe('PNG')
  expect(png.readUInt32BE(16), 'px wide, at 200%').toBeGreaterThan(3_000)
  expect((await contentOf(await save('SVG'))).toString()).toContain('Takes the order')
  const begins = {
    Excel: 'PK',
    CSV: '\uFEFFid,kind',
    Markdown: '# Espresso',
    'BPMN 2.0': '<?xml',
    'JSON Canvas': '{',
    Excalidraw: '{',
  }
  for (const [format, start] of Object.entries(begins)) {
    const download = await save(`Save as ${format}`)
    expect(download.suggestedFilename()).toMatch(/^Espresso-doppio\.[a-z]+$/)
    expect((await contentOf(download)).toString().startsWith(start), format).toBe(true)
  }
  const json = await contentOf(await save('Save as Brownpaper JSON'))

  await page.goto('/')
  await page.getByRole('button', { name: 'From a file' }).click()
  const file = page.getByLabel('File to import')
  await file.setInputFiles({ name: 'broken.csv', mimeType: 'text/csv', buffer: Buffer.from('text,x\nfine,here\n') })
  await expect(page.getByRole('alert')).toContainText('Line 2: “here” in column x is not a number')
  await file.setInputFiles({ name: 'board.json', mimeType: 'application/json', buffer: json })
  await expect(page.getByText('Everything in it has a place on the board.')).toBeVisible()
  await isSound(page, 'import')
  await page.getByRole('button', { name: 'Make the board' }).click()
  await expect(page).toHaveURL(/\/b\//)
  await expect(page.getByRole('option').filter({ hasText: 'Takes the order' })).toBeVisible()
  const [before, after] = [
    JSON.parse(json.toString()),
    await (await context.request.get(`/api/boards/${page.url().split('/').at(-1)}/export/json`)).json(),
  ]
  expect(after.board).toEqual(before.board)
  await context.close()
})
