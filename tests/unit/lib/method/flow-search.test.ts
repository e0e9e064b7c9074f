import { expect, test } from 'vitest'
import type { Fields } from '#lib/board/commands/writer.ts'
import { buildFlow, servesOutcome, splitsInParallel } from '#lib/method/graph.ts'
import { buildWall, type WallPlan } from '#tests/drivers/wall.ts'

const lanes = { customer: 'customer', desk: 'front-stage', office: 'back-stage' } as const
function flow(plan: WallPlan) {
  const { notes, links, starts, loops, outcomes, components } = buildFlow(buildWall({ lanes, ...plan }).board)
  const ids = (list: typeof starts) => list.map(({ note }) => note.id).join(' ')
  return {
    notes,
    links,
    in: [...notes.keys()].join(' '),
    starts: ids(starts),
    loops: loops.map(ids),
    outcomes: ids(outcomes),
    components: components.map(ids),
    back: [...links.values()].filter(({ backwards }) => backwards).map(({ id }) => id),
  }
}

test('paths begin where no link enters: at customers’ notes first, then at older ones, then by their ids', () => {
  expect(flow({ notes: { b: 'desk', a: 'desk', y: 'customer', x: 'customer' } }).starts).toBe('y x b a')
  expect(flow({ notes: { b: ['desk', { z: 'a5' }], a: ['desk', { z: 'a5' }], c: ['desk', { z: 'a1' }] } }).starts).toBe(
    'c a b',
  )
  expect(flow({ notes: { a: 'desk', b: 'desk' }, links: ['a>a', 'a>b'] }).starts, 'not counting its own').toBe('a')
})

test('a loop that nothing enters begins at its customer’s note, else at its oldest one', () => {
  const loop = (y: string) => flow({ notes: { x: 'desk', y }, links: ['x>y', 'y>x'] })
  expect(loop('desk')).toMatchObject({ starts: 'x', back: ['y>x'] })
  expect(loop('customer')).toMatchObject({ starts: 'y', back: ['x>y'] })
  const two = flow({
    notes: { u: 'desk', v: 'desk', x: 'desk', y: 'desk', alone: 'customer' },
    links: ['x>y', 'y>x', 'y>u', 'u>v', 'v>u'],
  })
  expect(two).toMatchObject({ starts: 'alone x', back: ['y>x', 'v>u'] })
})

test('a loop holds together; a link into what is left already goes back only while its note is on the way', () => {
  const { back, loops, components } = flow({
    notes: { s: null, x: null, y: null, z: null, e: null },
    links: ['s>x', 'x>y', 'x>z', 'y>x', 'z>y', 'z>e', 's>e'],
  })
  expect(back).toEqual(['y>x'])
  expect(loops).toEqual(['y z x'])
  expect(components).toEqual(['e', 'y z x', 's'])
  expect(flow({ notes: { s: null, a: null, b: null }, links: ['s>a', 's>b', 'b>a'] })).toMatchObject({
    ...{ back: [], loops: [], components: ['a', 'b', 's'] },
  })
  expect(flow({ notes: { a: null, b: null }, links: ['a>b', 'b>b'] }).loops, 'a note may lead to itself').toEqual(['b'])
})

test('what steps lead to is what people call an outcome and something leads to; else the customers’ last notes', () => {
  const notes: WallPlan['notes'] = { a: 'customer', b: 'desk', c: 'customer', o: ['desk', { kind: 'outcome' }] }
  expect(flow({ notes, links: ['a>b', 'b>c'] }).outcomes).toBe('c')
  expect(flow({ notes, links: ['a>b', 'b>c', 'b>o'] }).outcomes).toBe('o')
  expect(flow({ notes, links: ['a>b', 'b>c', 'c>a'] }).outcomes, 'a way back is none on').toBe('c')
  expect(flow({ notes, links: ['b>c', 'c>a', 'c>o'] }).outcomes).toBe('o')
  expect(flow({ notes: { a: 'customer', b: 'desk' }, links: ['a>b'] }).outcomes, 'nothing leads to it').toBe('')
  expect(flow({ notes: { a: 'desk', c: 'customer', d: 'desk' }, links: ['a>c', 'c>d'] }).outcomes).toBe('')
})

test('whether a step serves the outcome people say, else its links; nobody knows while there is no outcome', () => {
  const serves = (said: Fields, serving: boolean | null) => {
    const n = flow({ notes: { a: ['desk', said] } }).notes.get('a')
    return n && servesOutcome({ ...n, serves: serving })
  }
  const all = [true, false, null]
  const answers = (said: Fields) => all.map(serving => serves(said, serving))
  expect(answers({})).toEqual([true, false, null])
  expect(answers({ orphan: { state: 'dismissed' } })).toEqual([true, true, true])
  expect(answers({ orphan: { state: 'dismissed' }, value: 'nva' })).toEqual([true, true, true])
  expect(answers({ orphan: { state: 'confirmed' } })).toEqual([false, false, null])
  expect(answers({ value: 'nva' })).toEqual([false, false, null])
  expect(answers({ value: 'nnva' })).toEqual([true, false, null])
  const { notes } = flow({ notes: { a: 'customer', b: 'desk', c: 'customer' }, links: ['a>b', 'a>c'] })
  expect(['a', 'b', 'c'].map(id => notes.get(id)?.serves)).toEqual([true, false, true])
})

test('a link crosses between two lanes, and touches the customer where one of them is theirs; open paper is no lane', () => {
  const { links } = flow({
    notes: { c: 'customer', c2: 'customer', d: 'desk', d2: 'desk', o: 'office', open: null, open2: null },
    links: ['c>d', 'd>c2', 'c>c2', 'd>d2', 'd>o', 'd2>open', 'open>o', 'c>open', 'open>c2', 'open>open2'],
  })
  const which = (key: 'crosses' | 'touchesCustomer') => [...links.values()].filter(one => one[key]).map(({ id }) => id)
  expect(which('crosses')).toEqual(['c>d', 'd>c2', 'd>o'])
  expect(which('touchesCustomer')).toEqual(['c>d', 'd>c2'])
})

test('steps, decisions and outcomes are in the flow, other notes by what leads to and from them, remarks never', () => {
  const kinds = ['step', 'decision', 'outcome', 'moment-of-truth', 'break-point', 'business-rule', 'plain', 'pain']
  const within = (links: (id: string) => string[], more: Fields = {}) => {
    const ids = [...kinds, 'idea', 'question']
    const notes: WallPlan['notes'] = Object.fromEntries(ids.map(id => [id, [null, { kind: id, ...more }]]))
    const found = flow({
      notes: { ...notes, from: null, to: null, put: [null, { place: 'parking' }] },
      links: ids.flatMap(links),
    })
    return found.in.replace(' from to', '')
  }
  expect(within(() => [])).toBe('step decision outcome')
  const points = 'step decision outcome moment-of-truth break-point'
  expect(within(id => [`from>${id}`])).toBe(points)
  expect(within(id => [`${id}>to`])).toBe(points)
  expect(within(id => [`from>${id}`, `${id}>to`])).toBe(`${points} business-rule plain`)
  expect(within(id => [`${id}>put`, `put>${id}`])).toBe('step decision outcome')
  expect(within(id => [`from>${id}`, `${id}>put`])).toBe(points)
  expect(within(id => [`put>${id}`, `${id}>to`])).toBe(points)
  const event = { source: '{"type":"bpmn:StartEvent"}' }
  expect(within(id => [`${id}>to`], event)).toBe(`${points} business-rule plain`)
  expect(
    within(() => [], event),
    'without a link it is not in the flow',
  ).toBe('step decision outcome')
  expect(within(id => [`from>${id}`, `${id}>to`], { place: 'parking' })).toBe('from to')
})

test('a link with an end that is not there leads nowhere', () => {
  const { board } = buildWall({ notes: { a: null, rule: [null, { kind: 'plain' }] }, links: ['a>rule'] })
  const [link] = board.links.values()
  if (!link) throw new Error('The wall has no link.')
  const broken = (ends: Fields) => ({ ...board, links: new Map([['x', { ...link, id: 'x', ...ends }]]) })
  for (const ends of [{ from: 'gone' }, { to: 'gone' }, { from: 'gone', to: 'a' }, { from: 'rule', to: 'gone' }]) {
    const { notes, links } = buildFlow(broken(ends))
    expect([[...notes.keys()], links.size]).toEqual([['a'], 0])
  }
})

test('work goes on in parallel where there are several ways and every case takes each', () => {
  const splits = (...shares: number[]) => {
    const ids = shares.map((_, i) => `n${i}`)
    const { notes } = flow({
      notes: Object.fromEntries(['s', ...ids].map(id => [id, null])),
      links: shares.map((share, i) => [`s>n${i}`, { share }]),
    })
    const s = notes.get('s')
    return s && splitsInParallel(s)
  }
  expect([splits(), splits(1), splits(1, 1), splits(1, 0.5)]).toEqual([false, false, true, false])
})

test('each note of a BPMN file is what its element is: an event, a gateway, a pool or a lane', () => {
  const isIn = (type: string) =>
    flow({
      notes: { a: [null, { kind: 'plain', source: JSON.stringify({ type }) }], b: null },
      links: ['a>b'],
    }).in === 'a b'
  const elements = ['StartEvent', 'IntermediateCatchEvent', 'ExclusiveGateway', 'Event', 'Participant', 'Lane']
  expect(elements.filter(one => isIn(`bpmn:${one}`))).toEqual(elements)
  expect(['Task', 'TextAnnotation', 'LaneSet', 'Group', 'Event2'].filter(one => isIn(`bpmn:${one}`))).toEqual([])
})
