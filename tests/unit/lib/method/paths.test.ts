import { expect, test } from 'vitest'
import type { Fields } from '#lib/board/commands/writer.ts'
import { buildFlow } from '#lib/method/graph.ts'
import { inOnePiece } from '#lib/method/parts.ts'
import { choicesInWords, likelyPaths, reached } from '#lib/method/paths.ts'
import { buildWall, type WallPlan } from '#tests/drivers/wall.ts'

const share = (ends: string, of: number, more: Fields = {}): [string, Fields] => [ends, { share: of, ...more }]
/** Two decisions one after the other on both sides; shares worked out by hand: .6×.7, .3×.9, .6×.3, .1, .3×.1. */
const plan: WallPlan = {
  notes: { d: null, a: null, b: null, c: null, e: null, f: null, g: null, h: null, z: null },
  links: [
    ...[share('d>a', 0.6), share('d>b', 0.3), share('d>c', 0.1), share('d>z', 0)],
    ...[share('a>e', 0.7), share('a>f', 0.3), share('b>g', 0.9), share('b>h', 0.1)],
  ],
}

function paths(of: WallPlan, from: string, most?: number, effort?: number) {
  const start = buildFlow(buildWall(of).board).notes.get(from)
  if (!start) throw new Error(`The wall has no ${from}.`)
  return inOnePiece(likelyPaths(start, most, effort))
}
const said = (found: ReturnType<typeof paths>) =>
  found.map(path => `${path.notes.map(n => n.note.id).join('')} ${Number(path.share.toFixed(6))}`)
const all = ['dae 0.42', 'dbg 0.27', 'daf 0.18', 'dc 0.1', 'dbh 0.03']

test('every path that a case can take is found once, the likeliest first, with its share', () => {
  expect(said(paths(plan, 'd'))).toEqual(all)
  expect(said(paths(plan, 'a'))).toEqual(['ae 0.7', 'af 0.3'])
  expect(said(paths(plan, 'e'))).toEqual(['e 1'])
})

test('only so many are looked for, and only until so many notes were visited', () => {
  for (const most of [1, 2, 3, 4, 5]) expect(said(paths(plan, 'd', most))).toEqual(all.slice(0, most))
  // Three notes a path: the second is begun while fewer were visited.
  expect([1, 3, 4, 6, 7].map(effort => paths(plan, 'd', 12, effort).length)).toEqual([1, 1, 2, 2, 3])
})

test('a path says what it chose, which links it takes, and where it begins', () => {
  const [first, second] = paths(plan, 'd')
  expect([first?.key, second?.key]).toEqual(['d: d>d>a a>a>e', 'd: d>d>b b>b>g'])
  expect([...(second?.choices ?? [])]).toEqual([
    ['d', 'd>b'],
    ['b', 'b>g'],
  ])
  expect([...(second?.links ?? [])]).toEqual(['d>b', 'b>g'])
  expect(second?.start.note.id).toBe('d')
})

test('of ways as likely the one whose link sorts first is taken', () => {
  const equal: WallPlan = { notes: { s: null, x: null, y: null, w: null }, links: ['s>y', 's>x', 's>w'] }
  expect(said(paths(equal, 's'))).toEqual(['sw 0.333333', 'sx 0.333333', 'sy 0.333333'])
})

test('where work goes on in parallel a path takes all ways, and what is met twice counts once', () => {
  const split: WallPlan = {
    notes: { s: null, x: null, y: null, j: null, k: null, l: null },
    links: [share('s>x', 1), share('s>y', 1), 'x>j', 'y>j', share('j>k', 0.8), share('j>l', 0.2)],
  }
  const found = paths(split, 's')
  expect(found.map(({ share: of, links }) => [Number(of.toFixed(6)), [...links].sort().join(' ')])).toEqual([
    [0.8, 'j>k s>x s>y x>j y>j'],
    [0.2, 'j>l s>x s>y x>j y>j'],
  ])
})

test('rework is no path of its own', () => {
  const again: WallPlan = { notes: { s: null, a: null, b: null, c: null }, links: ['s>a', 'a>b', 'b>a', 'b>c'] }
  expect(said(paths(again, 's'))).toEqual(['sabc 1'])
})

test('what can be met from a start is what its links lead to, rework links among them', () => {
  const { board } = buildWall({
    notes: { s: null, a: null, b: null, other: null, c: null },
    links: ['s>a', 'a>b', 'b>s', 'other>c'],
  })
  const flow = buildFlow(board)
  const start = flow.starts.filter(n => n.note.id !== 'other')
  const { notes, links } = inOnePiece(reached(start))
  expect([...notes].map(n => n.note.id).sort()).toEqual(['a', 'b', 's'])
  expect([...links].sort()).toEqual(['a>b', 'b>s', 's>a'])
})

test('a choice is told by what its link says, else by the note that it leads to', () => {
  const words = (text: string, to: string) => {
    const told: WallPlan = {
      notes: { s: null, x: [null, { text: to }], y: null },
      links: [share('s>x', 0.9, { text }), share('s>y', 0.1)],
    }
    const [path] = paths(told, 's')
    return path && choicesInWords(path)
  }
  expect(words(' known ', 'Serves')).toEqual(['known'])
  expect(words(' ', ' Serves ')).toEqual(['Serves'])
  expect(words('', ' ')).toEqual(['Untitled'])
})
