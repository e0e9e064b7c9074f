import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { decodeUpdate } from '#lib/gate/decode.ts'
import { encodeUpdate } from '#lib/gate/encode.ts'
import { gateLimits } from '#lib/gate/limits.ts'
import { GateRefusal } from '#lib/gate/refusal.ts'
import { any, anyRaw, bytesOf, forge, gc, map, type Part, raw, str, uint } from '#tests/drivers/forge.ts'

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')
function anew(bytes: Uint8Array): string {
  const { blocks, deletes } = decodeUpdate(bytes)
  return hex(encodeUpdate(blocks, deletes))
}
/** The rule by which bytes are refused; none: `taken`. */
function verdict(bytes: Uint8Array): string {
  try {
    decodeUpdate(bytes)
    return 'taken'
  } catch (error) {
    if (error instanceof GateRefusal) return error.rule
    throw error
  }
}
const docOf = (client: number) => {
  const doc = new Y.Doc()
  doc.clientID = client
  return doc
}
const root = { parent: 'notes', key: 'a' }
const one = (...parts: Parameters<typeof forge>[0][number]['parts'][number][]) =>
  forge([{ client: 7, clock: 0, parts }])

describe('an update that is decoded and written anew has the bytes that Yjs itself writes', () => {
  test('with values of every kind', () => {
    const doc = docOf(5)
    const fields = doc.getMap('notes')
    const values = [
      ...[null, true, false, '', 'short', 'exactly12byt', 'thirteen chars', 'é', 'Grüße aus Köln — ☕', '👍🏽'],
      ...[0, 1, -1, 63, 64, -64, 127, 128, 8191, 8192, 2 ** 31, -(2 ** 31), 2 ** 52, Number.MAX_SAFE_INTEGER],
      ...[0.5, -0.25, 0.1, 1e300, -1e-300, 16777216.5],
      ...[[], [1, 'two', [3]], {}, { a: 1, b: { c: [null, true] } }],
    ]
    for (const [index, value] of values.entries()) fields.set(`key${index}`, value)
    const bytes = Y.encodeStateAsUpdate(doc)
    expect(anew(bytes)).toBe(hex(bytes))
    const any = decodeUpdate(bytes).blocks[0]?.structs.flatMap(struct => struct.values)
    expect(any).toEqual(values)
  })

  test('with texts, types in types, what was deleted and what was cleared away', () => {
    const doc = docOf(5)
    const notes = doc.getMap<Y.Map<unknown>>('notes')
    for (const id of ['a', 'b']) {
      const note = new Y.Map<unknown>()
      notes.set(id, note)
      note.set('text', new Y.Text('The customer orders'))
      note.set('kind', 'step')
    }
    const text = notes.get('a')?.get('text')
    if (text instanceof Y.Text) {
      text.delete(4, 9)
      text.insert(4, 'guest ☕')
    }
    notes.delete('b')
    const bytes = Y.encodeStateAsUpdate(doc)
    expect(anew(bytes)).toBe(hex(bytes))
    expect(decodeUpdate(bytes).blocks[0]?.structs.map(({ content }) => content)).toContain('gc')
  })

  test('from several writers, the highest first, whose work stands in each other’s', () => {
    const docs = [900, 3, 70_000].map(docOf)
    for (let round = 0; round < 3; round++) {
      for (const doc of docs) {
        doc.getText('t').insert(Math.floor(doc.getText('t').length / 2), `${doc.clientID} `)
        if (round === 1) doc.getText('t').delete(0, 2)
      }
      for (const from of docs) for (const to of docs) Y.applyUpdate(to, Y.encodeStateAsUpdate(from))
    }
    for (const doc of docs) {
      const bytes = Y.encodeStateAsUpdate(doc)
      expect(anew(bytes)).toBe(hex(bytes))
      const part = Y.encodeStateAsUpdate(doc, Uint8Array.from([1, 3, 2]))
      expect(anew(part)).toBe(hex(part))
    }
    const { blocks } = decodeUpdate(Y.encodeStateAsUpdate(docs[0] ?? docOf(1)))
    expect(hex(encodeUpdate(blocks.toReversed(), []))).toBe(hex(encodeUpdate(blocks, [])))
  })

  test('deletions as well, the highest client first', () => {
    const deletes = [3, 900, 20].map(client => ({ client, ranges: [0, 1] }))
    expect(decodeUpdate(encodeUpdate([], deletes)).deletes.map(({ client }) => client)).toEqual([900, 20, 3])
  })

  test('blocks that hold nothing are left out', () => {
    const { blocks } = decodeUpdate(one(any(root, 1)))
    expect(hex(encodeUpdate([{ client: 9, structs: [] }, ...blocks], []))).toBe(hex(encodeUpdate(blocks, [])))
    expect(hex(encodeUpdate([], []))).toBe('0000')
  })

  test('numbers that a smaller form would hold are written as Yjs writes them', () => {
    const float32 = [124, 0x3f, 0xc0, 0, 0]
    const { blocks } = decodeUpdate(one(anyRaw(root, float32)))
    expect(blocks[0]?.structs[0]?.values).toEqual([1.5])
  })
})

describe('bounds hold, and what stands at them is taken', () => {
  test.each([
    ['the highest client', forge([{ client: gateLimits.client, clock: 0, parts: [any(root, 1)] }]), 'taken'],
    ['a client beyond', forge([{ client: gateLimits.client + 1, clock: 0, parts: [any(root, 1)] }]), 'decode.number'],
    ['the last clock', forge([{ client: 7, clock: gateLimits.clock - 1, parts: [any(root, 1)] }]), 'taken'],
    ['a clock beyond', forge([{ client: 7, clock: gateLimits.clock, parts: [any(root, 1)] }]), 'decode.number'],
    ['the longest stretch of garbage', one(gc(gateLimits.length)), 'taken'],
    ['a longer one', one(gc(gateLimits.length + 1)), 'decode.number'],
    ['garbage of no length', one(gc(0)), 'decode.empty'],
    ['the longest key', one(any({ parent: 'notes', key: 'k'.repeat(gateLimits.key) }, 1)), 'taken'],
    ['a longer key', one(any({ parent: 'notes', key: 'k'.repeat(gateLimits.key + 1) }, 1)), 'decode.key'],
    ['the deepest value', one(any(root, [[[[[[]]]]]])), 'taken'],
    ['a deeper one', one(any(root, [[[[[[[]]]]]]])), 'decode.depth'],
    ['the deepest object', one(any(root, { a: { a: { a: { a: { a: {} } } } } })), 'taken'],
    ['a deeper object', one(any(root, { a: { a: { a: { a: { a: { a: {} } } } } } })), 'decode.depth'],
    ['a thousand values in one', one(any(root, Array(1_000).fill(1))), 'taken'],
    ['more', one(any(root, Array(1_001).fill(1))), 'size.structs'],
    ['a thousand entries in one', one(any(root, entries(1_000))), 'taken'],
    ['more entries', one(any(root, entries(1_001))), 'size.structs'],
    ['64 writers', writers(64), 'taken'],
    ['65 writers', writers(65), 'size.structs'],
    ['the last deleted range', deleting([[gateLimits.clock - 1, 1]]), 'taken'],
    ['a deleted range beyond', deleting([[gateLimits.clock - 1, 2]]), 'decode.number'],
    [
      'ranges side by side',
      deleting([
        [0, 5],
        [5, 1],
      ]),
      'taken',
    ],
    [
      'ranges that overlap',
      deleting([
        [0, 5],
        [4, 1],
      ]),
      'decode.unsorted',
    ],
    ['a range of no length', deleting([[3, 0]]), 'decode.empty'],
    ['deletions of one writer twice', forge([], [range(7), range(7)]), 'decode.repeated'],
    ['deletions of nothing', forge([], [{ client: 7, ranges: [] }]), 'decode.truncated'],
    ['one writer twice', forge([block(7), block(7)]), 'decode.repeated'],
    ['two writers', forge([block(7), block(8)]), 'taken'],
    ['a text of no length', one(str(root, '')), 'decode.empty'],
    ['a list of no values', one(any(root)), 'decode.empty'],
    ['something behind', bytesOf(raw(...one(any(root, 1))), raw(0)), 'decode.trailing'],
    ['nothing at all', new Uint8Array(), 'decode.truncated'],
    ['nothing in good form', forge([]), 'taken'],
  ])('%s', (_, bytes, rule) => {
    expect(verdict(bytes)).toBe(rule)
  })

  test('every update that ends too early is refused, wherever it ends', () => {
    const bytes = forge(
      [
        {
          client: 300,
          clock: 400,
          parts: [
            map({ parent: 'notes', key: 'a' }),
            any({ parent: { client: 300, clock: 400 }, key: 'pos' }, { x: [1.5, 300, 'thirteen chars'], y: 1e300 }),
            str({ left: { client: 1, clock: 2 }, right: { client: 1, clock: 3 } }, 'héllo'),
            gc(300),
          ],
        },
      ],
      [{ client: 300, ranges: [[1, 300]] }],
    )
    expect(verdict(bytes)).toBe('taken')
    for (let end = 0; end < bytes.length; end++)
      expect(verdict(bytes.subarray(0, end)), `${end} bytes`).toBe('decode.truncated')
  })

  test('as many parts and deleted ranges are taken as the whole update may have, whoever’s they are', () => {
    const parts = (...counts: number[]) =>
      bytesOf(
        uint(counts.length),
        ...counts.flatMap((count, index) => [uint(count), uint(7 + index), uint(0), repeated(count)]),
        uint(0),
      )
    expect(verdict(parts(40_000, 20_000))).toBe('taken')
    expect(verdict(parts(40_000, 20_001))).toBe('size.structs')
    const ranges = (...counts: number[]) =>
      bytesOf(
        uint(0),
        uint(counts.length),
        ...counts.flatMap((count, index) => [uint(7 + index), uint(count), ranged(count)]),
      )
    expect(verdict(ranges(150_000, 50_000))).toBe('taken')
    expect(verdict(ranges(150_000, 50_001))).toBe('size.structs')
  })

  test('blocks and deletions that hold nothing are refused, whatever follows', () => {
    expect(verdict(forge([{ client: 7, clock: 0, parts: [] }, block(8)]))).toBe('decode.empty')
    expect(verdict(bytesOf(uint(0), uint(1), uint(7), uint(0), raw(0, 0)))).toBe('decode.empty')
  })

  test('a text of a million characters is taken, and an update of four million bytes; nothing beyond', () => {
    expect(verdict(one(str(root, 'x'.repeat(gateLimits.length))))).toBe('taken')
    expect(verdict(one(str(root, 'x'.repeat(gateLimits.length + 1))))).toBe('decode.number')
    const around = one(any(root, 'x'.repeat(4_000_000))).length - 4_000_000
    expect(verdict(one(any(root, 'x'.repeat(gateLimits.bytes - around))))).toBe('taken')
    expect(verdict(one(any(root, 'x'.repeat(gateLimits.bytes - around + 1))))).toBe('size.bytes')
  })

  test('a number is read up to 2^53 − 1 and no further', () => {
    const largest = [255, 255, 255, 255, 255, 255, 255, 15]
    const numbered = (...bytes: number[]) => bytesOf(uint(1), uint(1), raw(...bytes))
    expect(verdict(numbered(...largest))).toBe('decode.number')
    expect(verdict(bytesOf(uint(0), uint(1), uint(7), uint(1), raw(...largest), uint(1)))).toBe('decode.number')
    expect(verdict(numbered(255, 255, 255, 255, 255, 255, 255, 255, 1))).toBe('decode.number')
    expect(verdict(numbered(...Array(8).fill(128), 0)), 'no longer than eight bytes, whatever it says').toBe(
      'decode.number',
    )
    expect(verdict(bytesOf(raw(...largest)))).toBe('size.structs')
    expect(verdict(bytesOf(raw(255, 255, 255, 255, 255, 255, 255, 31)))).toBe('decode.number')
    const integer = (...bytes: number[]) => one(anyRaw(root, [125, ...bytes]))
    expect(verdict(integer(0xbf, 255, 255, 255, 255, 255, 255, 31))).toBe('taken')
    expect(verdict(integer(0xbf, 255, 255, 255, 255, 255, 255, 63))).toBe('decode.number')
    expect(verdict(integer(...Array(9).fill(128), 1))).toBe('decode.number')
    expect(verdict(integer(...Array(9).fill(128), 0))).toBe('decode.number')
  })

  test.each([
    ['not a number', [124, 0x7f, 0xc0, 0, 0], 'decode.number'],
    ['infinity', [123, 0x7f, 0xf0, 0, 0, 0, 0, 0, 0], 'decode.number'],
    ['undefined', [127], 'decode.content'],
    ['a big integer', [122, 0, 0, 0, 0, 0, 0, 0, 1], 'decode.content'],
    ['bytes', [116, 1, 0], 'decode.content'],
    ['text that is not UTF-8', [119, 2, 0xc3, 0x28], 'decode.text'],
    ['long text that is not UTF-8', [119, 14, ...Array(13).fill(65), 0xff], 'decode.text'],
    ['a forbidden key in a value', [118, 1, 9, ...Buffer.from('__proto__'), 126], 'decode.key'],
    ['text with a mark at its beginning', [119, 4, 0xef, 0xbb, 0xbf, 65], 'taken'],
  ])('%s as a value', (_, bytes, rule) => {
    expect(verdict(one(anyRaw(root, bytes)))).toBe(rule)
  })

  test('a mark at the beginning of a text stays in it', () => {
    const { blocks } = decodeUpdate(one(anyRaw(root, [119, 4, 0xef, 0xbb, 0xbf, 65])))
    expect(blocks[0]?.structs[0]?.values).toEqual(['\ufeffA'])
  })
})

function repeated(count: number): Part {
  return encoder => {
    for (let i = 0; i < count; i++) gc(1)(encoder)
  }
}
function ranged(count: number): Part {
  return encoder => {
    for (let i = 0; i < count; i++) {
      uint(i)(encoder)
      uint(1)(encoder)
    }
  }
}
function entries(count: number): Record<string, number> {
  return Object.fromEntries(Array.from({ length: count }, (_, i) => [`k${i}`, i]))
}
function block(client: number) {
  return { client, clock: 0, parts: [any(root, 1)] }
}
function writers(count: number) {
  return forge(Array.from({ length: count }, (_, i) => block(i + 2)))
}
function range(client: number) {
  return { client, ranges: [[0, 1]] as const }
}
function deleting(ranges: readonly (readonly [number, number])[]) {
  return forge([], [{ client: 7, ranges }])
}
