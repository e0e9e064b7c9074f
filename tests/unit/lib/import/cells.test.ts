import { expect, test } from 'vitest'
import { textFromRows } from '#lib/board/cell-texts.ts'
import { notesFromText, pasteLimits, readCells } from '#lib/import/cells.ts'

const origin = { x: 0, y: 0 }

test('lines of text become notes from left to right, empty lines none', () => {
  const pasted = notesFromText('Guest orders\r\nWaiter takes the order\r\n\r\n  Barista makes it \n', 'step', origin)
  expect(pasted.ok && pasted.notes.map(note => note.text)).toEqual([
    'Guest orders',
    'Waiter takes the order',
    'Barista makes it',
  ])
  expect(pasted.ok && pasted.notes.map(note => note.y)).toEqual([0, 0, 0])
  expect(pasted.ok && pasted.notes.every((note, i) => i === 0 || note.x > (pasted.notes[i - 1]?.x ?? 0))).toBe(true)
})

test('cells of a spreadsheet keep their rows and columns, with gaps where cells are empty', () => {
  const pasted = notesFromText('a\tb\tc\nd\t\tf\n', 'idea', { x: 100, y: 50 })
  if (!pasted.ok) throw new Error(pasted.message)
  const at = Object.fromEntries(pasted.notes.map(note => [note.text, note]))
  expect(pasted.notes).toHaveLength(5)
  expect(at.a).toMatchObject({ kind: 'idea', x: 100, y: 50 })
  expect(at.f?.x).toBe(at.c?.x)
  expect(at.d?.y).toBe(at.f?.y)
})

test('a quoted cell keeps its line ends, tabs and quotes; a sentence in quotes keeps the quotes', () => {
  expect(readCells('"two\r\nlines"\t"say ""double"""\n"What is a double?"\tx')).toEqual([
    ['two\nlines', 'say "double"'],
    ['"What is a double?"', 'x'],
  ])
  expect(readCells('"never closed\nnext')).toEqual([['"never closed'], ['next']])
})

test('bullets, numbers and check boxes of a pasted list are not part of the notes', () => {
  expect(readCells('- one\n* two\n3. three\n4) four\n- [x] five\n-6 degrees\n').flat()).toEqual([
    'one',
    'two',
    'three',
    'four',
    'five',
    '-6 degrees',
  ])
})

test('too much at once is refused whole, with a sentence that says the limit', () => {
  for (const text of ['x'.repeat(2_000_000), 'line\n'.repeat(pasteLimits.notes + 1), 'y'.repeat(4_001), ' \n\t\n']) {
    const pasted = notesFromText(text, 'step', origin)
    expect(pasted).toMatchObject({ ok: false, message: expect.stringMatching(/Nothing was added\.$/) })
  }
})

test('what is copied as cells comes back as the same texts, and formulas are made harmless on the way', () => {
  const texts = ['plain', 'with "quotes"', 'two\nlines', 'tab\there', '=SUM(A1)', '-1 day', '@home', '"', 'naïve ☕']
  const cells = textFromRows(texts.map(text => [text]))
  expect(cells).toContain("'=SUM(A1)")
  expect(readCells(cells).flat()).toEqual(texts)
})
