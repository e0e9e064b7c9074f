import { readFile, writeFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { rootNames } from '#lib/board/schema.ts'
import { tablesOfSchema } from '#tests/drivers/board-page.ts'

const page = new URL('../../../../lib/board/BOARD.md', import.meta.url)
const begin =
  '<!-- from schema.ts: UPDATE=1 npm run unit tests/unit/lib/board/page.test.ts && npm run format writes it -->'
const end = '<!-- end -->'

/** Without the spaces and dashes that the formatter aligns columns with. */
const bare = (text: string) => text.trim().replaceAll(/ +/g, ' ').replaceAll(/-{3,}/g, '---')

test('the page that describes the document says what the schema says', async () => {
  const text = await readFile(page, 'utf8')
  const [before = '', rest = ''] = text.split(begin)
  const [tables = '', after = ''] = rest.split(end)
  const written = tablesOfSchema()
  if (process.env.UPDATE) await writeFile(page, `${before}${begin}\n\n${written}\n\n${end}${after}`)
  else expect(bare(tables)).toBe(bare(written))
  for (const root of rootNames) expect(before).toContain(`\`${root}\``)
})
