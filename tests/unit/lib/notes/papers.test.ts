import { expect, test } from 'vitest'
import { papers } from '#lib/notes/papers.ts'
import { contrast } from '#tests/contrast.ts'

test.each(Object.entries(papers))('ink on %s paper is readable (AA, 4.5:1)', (_, paper) => {
  expect(contrast(paper.fill, paper.ink)).toBeGreaterThanOrEqual(4.5)
})
