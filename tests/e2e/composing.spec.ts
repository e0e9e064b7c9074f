import { expect, type Locator, test } from '@playwright/test'
import { alone } from '#tests/drivers/habits.ts'

/** Safari's Enter of a conversion: the composition has ended, and only the key code tells. */
const confirm = (field: Locator) =>
  field.evaluate(element => {
    element.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true, data: '注文' }))
    element.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'Enter', code: 'Enter', keyCode: 229, bubbles: true, cancelable: true }),
    )
  })

test('an Enter that confirms a conversion only confirms: in Find, a lane’s name, the pad and a comment', {
  tag: '@firefox',
}, async ({ browser }) => {
  const { board, context } = await alone(browser)
  const { page, wall } = board
  await board.addNote('注文する', { x: 500, y: 400 })
  await page.keyboard.press('Escape')

  await page.keyboard.press('ControlOrMeta+f')
  const find = page.getByRole('searchbox', { name: 'Find on the board' })
  await find.fill('注文')
  await confirm(find)
  await expect(page.getByRole('search').getByRole('status')).toHaveText('1')
  await find.press('Enter')
  await expect(page.getByRole('search').getByRole('status')).toHaveText('1 of 1')
  await find.press('Escape')

  await wall.getByRole('button', { name: 'Lane Front stage,' }).dblclick()
  const name = wall.getByRole('textbox')
  await name.fill('受付')
  await confirm(name)
  await expect(name).toBeFocused()
  await name.press('Enter')
  await expect(wall.getByRole('button', { name: 'Lane 受付,' })).toBeVisible()

  const comments = await board.openPanel('Comments')
  const comment = comments.getByRole('textbox').first()
  await comment.fill('@')
  await expect(comments.getByRole('option').first()).toBeVisible()
  await confirm(comment)
  await expect(comment).toHaveValue('@')
  await comment.press('Enter')
  await expect(comment).not.toHaveValue('@')

  await page.goto(`${page.url().split('?')[0]}?view=pad`)
  const pad = page.getByRole('complementary', { name: 'Now' })
  const field = pad.getByRole('textbox', { name: /^New note, / })
  await field.fill('注文')
  await confirm(field)
  await expect(field).toHaveValue('注文')
  await field.press('Enter')
  await expect(field).toHaveValue('')
  await context.close()
})

test('words still being composed stay on a note whose browser says nothing of their end', { tag: '@firefox' }, async ({
  browser,
}) => {
  const { board, context } = await alone(browser)
  const { page } = board
  await board.addNote('注文', { x: 500, y: 400 })
  const editor = await board.write('注文')
  await editor.dispatchEvent('compositionstart')
  await page.keyboard.type('する')
  await expect(editor).toHaveValue('注文する')
  await page.mouse.click(900, 650)
  await expect(editor).toBeHidden()
  await expect(board.noteByText('注文する')).toBeVisible()
  await context.close()
})

test('words still being composed when one taps beside the note stay on it', async ({ browser }) => {
  const { board, context } = await alone(browser)
  const { page, wall } = board
  await board.addNote('注文', { x: 500, y: 400 })
  await page.keyboard.press('Escape')
  await board.noteByText('注文').dblclick()
  const editor = wall.getByRole('textbox')
  await expect(editor).toBeFocused()
  await page.keyboard.press('End')
  const devtools = await context.newCDPSession(page)
  await devtools.send('Input.imeSetComposition', { text: 'する', selectionStart: 2, selectionEnd: 2 })
  await expect(editor).toHaveValue('注文する')
  await page.mouse.click(900, 650)
  await expect(editor).toBeHidden()
  await expect(board.noteByText('注文する')).toBeVisible()
  await board.says('Saved')
  await page.reload()
  await expect(board.noteByText('注文する')).toBeVisible()
  await context.close()
})
