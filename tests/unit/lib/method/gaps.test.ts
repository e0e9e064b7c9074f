import { expect, test } from 'vitest'
import type { Fields } from '#lib/board/commands/writer.ts'
import { project } from '#lib/method/projection.ts'
import { buildWall, type WallPlan } from '#tests/drivers/wall.ts'

const gone = { verdict: 'eliminate' }
const out: WallPlan['notes'][string] = [null, gone]

function toBe(plan: WallPlan) {
  const seen = project(buildWall(plan).board, 'to-be')
  const gaps = seen.gaps.map(({ eliminated, bridges }) => {
    const said = bridges.map(({ from, to, share }) => `${from}>${to}${share === null ? '' : ` ${share}`}`)
    return `${eliminated.join(' ')}: ${said.join(', ')}`
  })
  return { ...seen, gaps }
}

test('shares along what was eliminated multiply; where one is not stated the ways share alike', () => {
  const through = (before: Fields, c: Fields, d: Fields) =>
    toBe({
      notes: { a: null, b: out, c: null, d: null },
      links: [
        ['a>b', before],
        ['b>c', c],
        ['b>d', d],
      ],
    }).gaps
  const share = (of: number) => ({ share: of })
  expect(through(share(0.5), share(0.25), share(0.75))).toEqual(['b: a>c 0.125, a>d 0.375'])
  expect(through({}, share(0.25), share(0.75))).toEqual(['b: a>c 0.25, a>d 0.75'])
  expect(through(share(0.5), {}, {})).toEqual(['b: a>c 0.25, a>d 0.25'])
  expect(through({}, share(0.25), {})).toEqual(['b: a>c 0.25, a>d'])
  expect(through({}, {}, {})).toEqual(['b: a>c, a>d'])
})

test('gaps stand in the order of what names them, bridges in that of their ends, whatever the order of the edits', () => {
  const plan: WallPlan = {
    notes: { z: null, a: null, y: out, b: out, m: null, c: null, n: null },
    links: ['z>y', 'a>y', 'y>n', 'y>m', 'a>b', 'b>c'],
  }
  const expected = ['b: a>c', 'y: a>m, a>n, z>m, z>n']
  expect(toBe(plan).gaps).toEqual(expected)
  const turned = { ...plan, links: plan.links?.toReversed() ?? [] }
  expect(toBe(turned).gaps).toEqual(expected)
})

test('eliminated notes that lead to each other are one gap, also where they go round', () => {
  expect(
    toBe({ notes: { a: null, c: out, b: out, d: out, e: null }, links: ['a>c', 'c>b', 'b>c', 'b>d', 'd>e', 'd>c'] })
      .gaps,
  ).toEqual(['b c d: a>e'])
})

test('nobody bridges from a note to itself, from what was put aside, or for what was never on the as-is', () => {
  expect(toBe({ notes: { a: null, b: out }, links: ['a>b', 'b>a'] }).gaps).toEqual([])
  expect(toBe({ notes: { a: [null, { place: 'parking' }], b: out, c: null }, links: ['a>b', 'b>c'] }).gaps).toEqual([])
  expect(toBe({ notes: { a: null, b: null }, links: [['a>b', { ...gone, version: 'to-be' }]] }).gaps).toEqual([])
  expect(toBe({ notes: { a: null, b: out, c: null }, links: ['a>b', ['b>b', gone], 'b>c'] }).gaps).toEqual(['b: a>c'])
})

test('there is a gap where the note before has no way on, or the one after no way in; links to themselves are none', () => {
  const around = (...links: string[]) =>
    toBe({ notes: { a: null, b: out, c: null, d: null }, links: ['a>b', 'b>c', ...links] }).gaps
  expect(around()).toEqual(['b: a>c'])
  expect(around('a>d')).toEqual(['b: a>c'])
  expect(around('d>c')).toEqual(['b: a>c'])
  expect(around('a>a', 'c>c')).toEqual(['b: a>c'])
  expect(around('a>d', 'd>c')).toEqual([])
})

test('a hand-off that was eliminated names its own gap, a step names that of its links', () => {
  expect(
    toBe({ notes: { a: null, b: null, c: out, d: null }, links: [['a>b', gone], 'b>c', ['c>d', gone]] }).gaps,
  ).toEqual(['a>b: a>b', 'c: b>d'])
})

test('each view says what is gone, changed and new in it', () => {
  const { board } = buildWall({
    notes: {
      a: null,
      b: out,
      c: [null, { verdict: 'improve', improved: 'Better' }],
      d: [null, { verdict: 'improve' }],
      was: [null, { version: 'as-is' }],
      will: [null, { version: 'to-be' }],
    },
    links: ['a>b', ['a>c', { verdict: 'improve' }], ['c>d', { version: 'to-be' }], ['a>d', gone], 'a>will', 'was>b'],
  })
  const said = (view: 'as-is' | 'to-be') => {
    const { notes, links, eliminated, improved, added } = project(board, view)
    return [notes.keys(), links.keys(), eliminated, improved, added].map(ids => [...ids].join(' '))
  }
  expect(said('as-is')).toEqual(['a b c d was', 'a>b a>c a>d was>b', '', 'c d a>c', ''])
  expect(said('to-be')).toEqual(['a c d will', 'a>c c>d a>will', 'b was a>b a>d was>b', 'c d a>c', 'will c>d'])
  const texts = (view: 'as-is' | 'to-be') => ['c', 'd'].map(id => project(board, view).notes.get(id)?.text)
  expect([texts('as-is'), texts('to-be')]).toEqual([
    ['c', 'd'],
    ['Better', 'd'],
  ])
})

test('a link to a note that is not on the board is neither there nor eliminated', () => {
  const { board } = buildWall({ notes: { a: null, b: out }, links: ['a>b'] })
  const [link] = board.links.values()
  if (!link) throw new Error('The wall has no link.')
  for (const ends of [{ from: 'gone' }, { to: 'gone' }, { from: 'b', to: 'gone' }, { from: 'gone', to: 'b' }]) {
    const { links, eliminated } = project({ ...board, links: new Map([['x', { ...link, id: 'x', ...ends }]]) }, 'to-be')
    expect([links.size, [...eliminated]]).toEqual([0, ['b']])
  }
})
