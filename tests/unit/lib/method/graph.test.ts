import { describe, expect, test } from 'vitest'
import { addEntity } from '#lib/board/commands/writer.ts'
import { buildFlow, pieces } from '#lib/method/graph.ts'
import { inOnePiece } from '#lib/method/parts.ts'
import { buildWall, type WallPlan } from '#tests/drivers/wall.ts'

describe('of two links between the same notes one counts', () => {
  /** The id of the one that counts, whichever was drawn first. */
  const counts = (a: object, b: object) => {
    const said = [
      ['a', a],
      ['b', b],
    ] as const
    const chosen = [said, said.toReversed()].map(list => {
      const { board, writer } = buildWall({ notes: { one: null, two: null } })
      for (const [id, fields] of list) addEntity(writer, 'links', id, { ends: ['one', 'two'], ...fields })
      const flow = buildFlow(board)
      expect(flow.notes.get('one')?.out.map(link => link.id)).toEqual([...flow.links.keys()])
      expect(flow.notes.get('two')?.in.map(link => link.id)).toEqual([...flow.links.keys()])
      return [...flow.links.keys()].join(' ')
    })
    expect(new Set(chosen).size, 'the order in which they were drawn does not matter').toBe(1)
    return chosen[0]
  }
  const mark = { mark: { kind: 'bp', state: 'confirmed' } }

  test('the one that was judged, else the one that was marked, else the one with a share', () => {
    expect(counts({}, { verdict: 'keep' })).toBe('b')
    expect(counts({}, mark)).toBe('b')
    expect(counts({}, { share: 0.5 })).toBe('b')
    expect(counts({ share: 0.5 }, mark)).toBe('b')
    expect(counts({ share: 0.5, ...mark }, { verdict: 'keep' })).toBe('b')
    expect(counts({ verdict: 'keep' }, { verdict: 'improve', share: 0.5 })).toBe('b')
  })

  test('else the one whose id comes first', () => {
    expect(counts({}, {})).toBe('a')
    expect(counts(mark, mark)).toBe('a')
  })
})

test('a bridge across a gap counts only where there is no link, and between notes that are there', () => {
  const { board } = buildWall({ notes: { a: null, b: null, c: null }, links: ['a>b'] })
  const bridges = [
    { from: 'a', to: 'b', share: null },
    { from: 'b', to: 'c', share: 0.4 },
    { from: 'gone', to: 'c', share: null },
    { from: 'c', to: 'gone', share: null },
  ]
  const { links } = buildFlow(board, bridges)
  expect([...links.values()].map(({ id, link, share }) => [id, link?.id ?? null, share])).toEqual([
    ['a>b', 'a>b', null],
    ['gap:b:c', null, 0.4],
  ])
})

test('pieces come with the one that leads to an outcome first, then the customer’s, the largest, and by the ids', () => {
  const order = (plan: WallPlan) => {
    const { board } = buildWall({ lanes: { customer: 'customer', desk: 'front-stage' }, ...plan })
    return inOnePiece(pieces(buildFlow(board))).map(piece =>
      piece
        .map(({ note }) => note.id)
        .sort()
        .join(''),
    )
  }
  const desk = (...ids: string[]) => Object.fromEntries(ids.map(id => [id, 'desk']))
  expect(order({ notes: desk('c', 'd', 'a', 'b'), links: ['c>d', 'a>b'] })).toEqual(['ab', 'cd'])
  expect(order({ notes: desk('b', 'a'), links: [] })).toEqual(['a', 'b'])
  expect(order({ notes: desk('a', 'b', 'x', 'y', 'z'), links: ['a>b', 'x>y', 'y>z'] })).toEqual(['xyz', 'ab'])
  const customers = { ...desk('a', 'b', 'c'), x: 'customer', y: 'desk' }
  expect(order({ notes: customers, links: ['a>b', 'b>c', 'x>y'] })).toEqual(['xy', 'abc'])
  const withOutcome: WallPlan['notes'] = { ...customers, z: ['desk', { kind: 'outcome' }], w: 'desk' }
  expect(order({ notes: withOutcome, links: ['a>b', 'b>c', 'x>y', 'w>z'] })).toEqual(['wz', 'xy', 'abc'])
  expect(order({ notes: { ...desk('a', 'b'), x: 'customer' }, links: ['a>b'] }), 'alone it leads nowhere').toEqual([
    'ab',
    'x',
  ])
})
