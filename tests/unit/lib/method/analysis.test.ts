import { describe, expect, test } from 'vitest'
import type { BoardSnapshot } from '#lib/board/snapshot.ts'
import { analyseInParts, analysisOf } from '#lib/method/analysis.ts'
import { inOnePiece, type Parts } from '#lib/method/parts.ts'
import { buildWall, type WallPlan } from '#tests/drivers/wall.ts'

/**
 * A wall of so many blocks, one after another: a start at the customer, two ways in parallel, a decision that sends
 * some back, a step that is eliminated with a hand-off, and a plain note on the path.
 */
function blocks(count: number): WallPlan {
  const notes: WallPlan['notes'] = {}
  const links: NonNullable<WallPlan['links']> = []
  const saves = { verdict: 'eliminate', crown: { cost: { way: 'down', amount: 1 } } }
  for (let i = 0; i < count; i++) {
    const id = (name: string) => `${name}${i}`
    notes[id('asks')] = ['customer', { feeling: 1 }]
    notes[id('takes')] = ['desk', { processing: 1, firstTimeRight: 0.9, cost: 10 }]
    for (const name of ['x', 'y']) notes[id(name)] = ['office', { flexibility: 1, exceptions: 'Some' }]
    notes[id('whole')] = ['desk', { kind: 'decision' }]
    notes[id('files')] = ['office', saves]
    notes[id('hears')] = ['customer', {}]
    notes[id('event')] = ['desk', { kind: 'plain' }]
    for (const name of ['x', 'y'])
      links.push([`${id('takes')}>${id(name)}`, { share: 1 }], `${id(name)}>${id('whole')}`)
    links.push(
      `${id('asks')}>${id('takes')}`,
      [`${id('whole')}>${id('takes')}`, { share: 0.2, rework: { state: 'confirmed' } }],
      [`${id('whole')}>${id('files')}`, saves],
      `${id('files')}>${id('hears')}`,
      `${id('hears')}>${id('event')}`,
    )
    if (i > 0) links.push(`event${i - 1}>${id('asks')}`)
  }
  const lanes = { customer: 'customer', desk: 'front-stage', office: 'back-stage' } as const
  return { lanes, notes, links, outcomes: { main: { promise: 'Fast' }, desk: { stakeholder: 'desk' } } }
}

/** The same board, which counts how often its notes and links are looked at. */
function counting(board: BoardSnapshot) {
  let asked = 0
  const watched = <T extends object>(entity: T): T =>
    new Proxy(entity, {
      get(target, key) {
        asked += 1
        return Reflect.get(target, key)
      },
    })
  const { lanes, groups, views, outcomes, comments, stage, damaged } = board
  const notes = new Map([...board.notes].map(([key, note]) => [key, watched(note)]))
  const links = new Map([...board.links].map(([key, link]) => [key, watched(link)]))
  return { board: { notes, links, lanes, groups, views, outcomes, comments, stage, damaged }, asked: () => asked }
}

let pauses = 0
function inParts<T>(parts: Parts<T>): T {
  for (;;) {
    const part = parts.next()
    if (part.done) return part.value
    pauses += 1
  }
}
/** How often the work on both views of so many blocks pauses. */
function pausesFor(count: number): number {
  pauses = 0
  const { asIs, toBe } = inParts(analyseInParts(buildWall(blocks(count)).board))
  const key = asIs.paths()[0]?.key ?? null
  for (const one of [asIs, toBe]) inParts(one.inParts(key))
  return pauses
}

describe('the work pauses', () => {
  test('seldom: a small wall is gone through in a few parts', () => {
    // Eighty notes: a loop that paused at each of them would add as many.
    expect(pausesFor(10)).toBeLessThanOrEqual(220)
  })

  test('often enough: on a large wall each of its loops pauses after every 128 things', () => {
    // One less is a loop that forgot to.
    expect(pausesFor(130)).toBeGreaterThanOrEqual(2105)
  })
})

test('what was made in parts costs nothing to ask for, in both views, and along the path that was asked about', () => {
  const { board, asked } = counting(buildWall(blocks(3)).board)
  const { asIs, toBe } = inOnePiece(analyseInParts(board))
  const [path] = asIs.paths()
  inOnePiece(asIs.inParts(path?.key))
  inOnePiece(toBe.inParts())
  const before = asked()
  for (const one of [asIs, toBe]) {
    const { paths, emotion, crown, values, stakeholders, warnings, goldilocks, actions } = one
    for (const ask of [paths, emotion, crown, values, stakeholders, warnings, goldilocks, actions]) ask()
    one.numbers()
    one.weakest()
  }
  asIs.numbers(path)
  asIs.weakest(path)
  expect(asked() - before).toBe(0)
})

test('what nobody asked about in parts is made when somebody asks, once', () => {
  const { board, asked } = counting(buildWall(blocks(3)).board)
  const asIs = analysisOf(board, 'as-is')
  const cost = (ask: () => unknown) => {
    const before = asked()
    ask()
    return asked() - before
  }
  const [path] = asIs.paths()
  for (const ask of [() => asIs.numbers(path), () => asIs.weakest(path), () => asIs.numbers(), () => asIs.weakest()]) {
    expect(cost(ask)).toBeGreaterThan(0)
    expect(cost(ask)).toBe(0)
  }
})

test('warnings and actions are about both views, and the same in both', () => {
  const { board } = buildWall(blocks(2))
  const [asIs, toBe] = [analysisOf(board, 'as-is'), analysisOf(board, 'to-be')]
  expect(toBe.warnings()).toBe(asIs.warnings())
  expect(toBe.actions()).toBe(asIs.actions())
  expect(asIs.warnings().map(({ rule }) => rule)).toContain('to-be.gap')
})

test('of the paths from several starts each start has its part, twelve together, the likeliest first', () => {
  const ways = (start: string, shares: readonly number[]): NonNullable<WallPlan['links']> =>
    shares.map((share, i) => [`${start}>${start}${i}`, { share }])
  const even = Array.from({ length: 8 }, () => 0.125)
  const uneven = [0.93, 0.01, 0.01, 0.01, 0.01, 0.01, 0.01, 0.01]
  const ends = ['a', 'b'].flatMap(start => even.map((_, i) => `${start}${i}`))
  const two = buildWall({
    lanes: { customer: 'customer' },
    notes: { ...Object.fromEntries(['a', 'b', ...ends].map(id => [id, 'customer'])), last: 'customer' },
    links: [...ways('a', even), ...ways('b', uneven), ...ends.map(id => `${id}>last`)],
  })
  const found = analysisOf(two.board, 'as-is').paths()
  expect(found.filter(path => path.start.note.id === 'a')).toHaveLength(6)
  expect(found.map(path => Number(path.share.toFixed(6)))).toEqual([
    ...[0.93, 0.125, 0.125, 0.125, 0.125, 0.125, 0.125, 0.01, 0.01, 0.01, 0.01, 0.01],
  ])
  const starts = ['a', 'b', 'c', 'd', 'e']
  const five = buildWall({
    lanes: { customer: 'customer' },
    notes: Object.fromEntries(
      [...starts, ...starts.flatMap(id => [0, 1, 2].map(i => `${id}${i}`)), 'z'].map(id => [id, 'customer']),
    ),
    links: starts.flatMap(id => [...ways(id, [0.5, 0.3, 0.2]), ...[0, 1, 2].map(i => `${id}${i}>z`)]),
  })
  const most = analysisOf(five.board, 'as-is').paths()
  expect(most.map(path => Number(path.share.toFixed(6)))).toEqual([
    0.5, 0.5, 0.5, 0.5, 0.5, 0.3, 0.3, 0.3, 0.3, 0.3, 0.2, 0.2,
  ])
})
