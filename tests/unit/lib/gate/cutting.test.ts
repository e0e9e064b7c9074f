import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { setFields, textOf } from '#lib/board/commands/writer.ts'
import { decodeUpdate } from '#lib/gate/decode.ts'
import { inPieces, type PieceBounds } from '#lib/gate/pieces.ts'
import { buildWall } from '#tests/drivers/wall.ts'

const unbounded = { bytes: Number.POSITIVE_INFINITY, structs: Number.POSITIVE_INFINITY }
const nothing = Y.encodeStateVector(new Y.Doc())

/** The pieces as `structs+deleted ranges`, one after the other. */
function cut(doc: Y.Doc, known: Uint8Array, bounds: Partial<PieceBounds> = {}): string {
  return inPieces(doc, known, { ...unbounded, ...bounds })
    .map(({ update, parts }) => {
      const { blocks, deletes } = decodeUpdate(update, { ...unbounded, clients: 99, ranges: 999 })
      const structs = blocks.reduce((sum, block) => sum + block.structs.length, 0)
      const ranges = deletes.reduce((sum, { ranges: all }) => sum + all.length / 2, 0)
      expect(parts, 'what a person’s rate counts').toBe(structs + ranges)
      return `${structs}+${ranges}`
    })
    .join(' ')
}

/** Notes of six structs each: the note, its kind, place, order and text; and its letters, which it can do without. */
function wall(notes: number) {
  const ids = Array.from({ length: notes }, (_, at) => `n${at}`)
  const { doc, writer } = buildWall({ notes: Object.fromEntries(ids.map(id => [id, [null, { text: 'abcdef' }]])) })
  const text = (id: string) => textOf(doc, 'notes', id) as Y.Text
  return { doc, writer, text }
}

test('a new note goes up in one piece with what it cannot do without, however small pieces are to be', () => {
  const { doc } = wall(4)
  expect(cut(doc, nothing)).toBe('24+0')
  expect(cut(doc, nothing, { structs: 1 })).toBe('5+0 1+0 5+0 1+0 5+0 1+0 5+0 1+0')
  expect(cut(doc, nothing, { bytes: 1 })).toBe('5+0 1+0 5+0 1+0 5+0 1+0 5+0 1+0')
})

test('as much goes into a piece as it may hold, and no more', () => {
  const { doc } = wall(4)
  expect(cut(doc, nothing, { structs: 12 })).toBe('12+0 12+0')
  expect(cut(doc, nothing, { structs: 11 })).toBe('11+0 7+0 6+0')
  expect(cut(doc, nothing, { bytes: 100 })).toBe('6+0 6+0 6+0 6+0')
})

test('what the other side has is not sent again', () => {
  const { doc, writer } = wall(2)
  const known = Y.encodeStateVector(doc)
  expect(cut(doc, known)).toBe('')
  setFields(writer, 'notes', 'n0', { cost: 3 })
  expect(cut(doc, known)).toBe('1+0')
})

test('letters that others lost go first and replaced values last, each so many at once as a piece may hold', () => {
  const { doc, writer, text } = wall(4)
  const known = Y.encodeStateVector(doc)
  for (const id of ['n0', 'n1', 'n2']) text(id).delete(1, 2)
  setFields(writer, 'notes', 'n3', { pos: [1, 2] })
  expect(cut(doc, known)).toBe('0+3 1+0 0+1')
  expect(cut(doc, known, { structs: 1 })).toBe('0+1 0+1 0+1 1+0 0+1')
  expect(cut(doc, known, { structs: 2 })).toBe('0+2 0+1 1+0 0+1')
  expect(cut(doc, known, { bytes: 48 })).toBe('0+3 1+0 0+1')
  expect(cut(doc, known, { bytes: 47 })).toBe('0+2 0+1 1+0 0+1')
})

test('letters and values that were written one behind the other are told apart within one deleted range', () => {
  const { doc, writer, text } = wall(1)
  setFields(writer, 'notes', 'n0', { cost: 1 })
  const known = Y.encodeStateVector(doc)
  text('n0').delete(0, 6)
  setFields(writer, 'notes', 'n0', { cost: 2 })
  const [first, , last] = inPieces(doc, known, unbounded)
  const deleted = (piece: typeof first) =>
    decodeUpdate(piece?.update ?? nothing, { ...unbounded, clients: 9, ranges: 9 }).deletes
  const clock = 5
  expect(deleted(first)).toEqual([{ client: doc.clientID, ranges: [clock, 6] }])
  expect(deleted(last)).toEqual([{ client: doc.clientID, ranges: [clock + 6, 1] }])
})

test('what was written and taken away again meanwhile goes up as taken away', () => {
  const { doc, text } = wall(1)
  const known = Y.encodeStateVector(doc)
  text('n0').insert(6, 'ghi')
  text('n0').delete(7, 1)
  expect(cut(doc, known)).toBe('3+0')
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc, nothing))
  for (const { update } of inPieces(doc, nothing, { ...unbounded, structs: 1 })) Y.applyUpdate(copy, update)
  expect(copy.getMap('notes').toJSON()).toEqual(doc.getMap('notes').toJSON())
})
