import { expect, test } from 'vitest'
import { findNotes } from '#lib/board/find-text.ts'
import { wallOf } from '#tests/drivers/boards.ts'

const { board } = wallOf({
  lanes: [
    { id: 'guest', name: 'Guest', actor: 'customer', height: 240 },
    { id: 'bar', name: 'Barista', actor: 'back-stage', height: 240 },
  ],
  notes: [
    { id: 'b', kind: 'step', text: 'Makes the espresso', x: 10, y: 300 },
    { id: 'a2', kind: 'step', text: 'Nguyễn enjoys the ESPRESSO', x: 500, y: 20 },
    { id: 'a1', kind: 'decision', text: 'Orders an espresso', x: 20, y: 20 },
  ],
})
const ids = (query: string) => findNotes(board, query).map(note => note.id)

test('notes are found in reading order: the customer first, then from left to right', () => {
  expect(ids('espresso')).toEqual(['a1', 'a2', 'b'])
})

test('case and accents do not matter, and every word must be there', () => {
  expect(ids('nguyen espresso')).toEqual(['a2'])
  expect(ids('nguyen makes')).toEqual([])
})

test('ß is ss, ö is oe, and widths do not matter', () => {
  const { board } = wallOf({
    lanes: [{ id: 'guest', name: 'Gäste', actor: 'customer', height: 240 }],
    notes: [
      { id: 'a', kind: 'step', text: 'Größe der Straße, ＡＢＣ', x: 10, y: 20 },
      { id: 'b', kind: 'step', text: 'Groesse', x: 300, y: 20 },
    ],
  })
  const ids = (query: string) => findNotes(board, query).map(note => note.id)
  for (const query of ['groesse', 'Größe', 'GRÖSSE', 'gaeste groesse']) expect(ids(query), query).toEqual(['a', 'b'])
  for (const query of ['strasse', 'grosse', 'abc']) expect(ids(query), query).toEqual(['a'])
})

test('a kind and a lane find their notes too; an empty query finds nothing', () => {
  expect(ids('decision')).toEqual(['a1'])
  expect(ids('barista')).toEqual(['b'])
  expect(ids('  ')).toEqual([])
})
