import { expect, test } from 'vitest'
import { readBoard } from '#lib/board/model.ts'
import { addCluster, type ClusterNote } from '#lib/facilitation/add-cluster.ts'
import { buildWall } from '#tests/drivers/wall.ts'

const note = (id: string, more: Partial<ClusterNote['note']> = {}): ClusterNote['note'] => ({
  ...{ id, kind: 'idea', text: `Note ${id}`, w: 100, h: 80, colour: null, tags: [] },
  ...more,
})
/** A lane of 240 px with one note in it. */
function wall() {
  const { writer, doc, board } = buildWall({ lanes: { desk: 'front-stage' }, notes: { there: 'desk' } })
  const bring = (
    notes: ClusterNote[],
    place: 'wall' | 'inbox' = 'wall',
    near: Parameters<typeof addCluster>[3]['near'] = null,
  ) => addCluster(writer, readBoard(doc), notes, { near, place })
  const at = (id: string) => {
    const found = board.notes.get(id)
    if (!found) throw new Error(`There is no note ${id}.`)
    return found
  }
  return { board, bring, at }
}

test('notes come as they were written, in the name of who wrote them, on top of the others', () => {
  const { bring, at } = wall()
  expect(bring([{ note: note('a', { colour: 'pink', tags: ['cost'] }), by: 'ann' }])).toEqual(['a'])
  expect(at('a')).toMatchObject({
    kind: 'idea',
    text: 'Note a',
    w: 100,
    h: 80,
    colour: 'pink',
    tags: ['cost'],
    place: 'wall',
  })
  expect(at('a').made).toMatchObject({ by: 'ann' })
  expect(at('a').z > at('there').z).toBe(true)
})

test('they lie together under the lanes, and none lies on another', () => {
  const { bring, at } = wall()
  const ids = bring(['a', 'b', 'c', 'd', 'e'].map(id => ({ note: note(id), by: 'ann' })))
  expect(ids).toEqual(['a', 'b', 'c', 'd', 'e'])
  for (const id of ids) {
    expect(at(id).lane).toBeNull()
    expect(at(id).y).toBeGreaterThanOrEqual(240)
    for (const other of ids)
      if (other !== id)
        expect(
          Math.abs(at(id).x - at(other).x) >= 100 || Math.abs(at(id).y - at(other).y) >= 80,
          `${id} lies on ${other}`,
        ).toBe(true)
  }
  expect(new Set(ids.map(id => at(id).z)).size).toBe(5)
})

test('they lie near what somebody looks at', () => {
  const { bring, at } = wall()
  bring([{ note: note('a'), by: 'ann' }], 'wall', { x: 5_000, y: 3_000, w: 800, h: 600 })
  expect(at('a').x).toBeGreaterThan(4_000)
  expect(at('a').y).toBeGreaterThan(2_000)
})

test('into the inbox they come with its mark', () => {
  const { bring, at } = wall()
  bring([{ note: note('a'), by: 'ann' }], 'inbox')
  expect(at('a').place).toBe('inbox')
})

test('a note without an author gets an id that nobody has seen, and no name', () => {
  const { bring, at } = wall()
  const [id = ''] = bring([{ note: note('secret'), by: null }])
  expect(id).not.toBe('secret')
  expect(at(id).text).toBe('Note secret')
  expect(at(id).made.by).toBeNull()
})

test('what is there already from an attempt that was cut short is left out; the rest comes', () => {
  const { board, bring, at } = wall()
  bring([{ note: note('a'), by: 'ann' }])
  const before = at('a')
  expect(
    bring([
      { note: note('a', { text: 'again' }), by: 'ann' },
      { note: note('b'), by: 'ann' },
    ]),
  ).toEqual(['b'])
  expect(at('a')).toBe(before)
  expect(board.notes.size).toBe(3)
})
