import { expect, test } from 'vitest'
import { packCells, unpackCells } from '#components/replay/packed-cells.ts'
import type { Cell } from '#lib/replay/row-code.ts'

test('cells arrive as they were sent, every word once', () => {
  const cells: Cell[] = [
    { root: 'notes', id: 'a', key: '' },
    { root: 'notes', id: 'a', key: 'text' },
    { root: 'links', id: 'text', key: 'ends' },
  ]
  const packed = packCells(cells)
  expect(unpackCells(packed)).toEqual(cells)
  expect(new Set(packed.words).size).toBe(packed.words.length)
})
