import { expect, test } from 'vitest'
import { exportChoices } from '#lib/export/choices.ts'
import { exportFormats } from '#lib/export/index.ts'
import { importAccepts, importLabels } from '#lib/import/choices.ts'
import { importFormats } from '#lib/import/index.ts'

test('the menu offers what the writers write, in their order and words', () => {
  expect(exportChoices.map(({ id, label, describes }) => ({ id, label, describes }))).toEqual(
    exportFormats.map(({ id, label, describes }) => ({ id, label, describes })),
  )
})

test('the dialog takes every file that a reader reads', () => {
  for (const { extensions } of importFormats)
    for (const extension of extensions) expect(importAccepts.split(',')).toContain(`.${extension}`)
  for (const word of importFormats.map(format => format.label.split(' ')[0] ?? '')) expect(importLabels).toContain(word)
})
