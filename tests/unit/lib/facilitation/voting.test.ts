import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ballot, ballotMistake, dotsPlaced, outcomeOf, ranking, tally, tiedOnTop } from '#lib/facilitation/voting.ts'

const rules = { dots: 3, perNote: 2, self: false, targets: ['a', 'b', 'c'] }
const nobodys = () => false

test.each([
  ['more dots than one has', { a: 2, b: 2 }, nobodys, 'You have 3 dots.'],
  ['too many on one note', { a: 3 }, nobodys, 'At most 2 dots on one note.'],
  ['a note outside the vote', { z: 1 }, nobodys, 'This note is not part of the vote.'],
  ['one’s own note', { a: 1 }, (id: string) => id === 'a', 'In this vote you cannot vote for your own notes.'],
])('a ballot with %s is refused in words', (_, cast, own, reason) => {
  expect(ballotMistake(rules, cast, own)).toBe(reason)
})

test('a ballot within the rules is fine, dots taken back included', () => {
  expect(ballotMistake(rules, { a: 2, b: 1, c: 0 }, nobodys)).toBeNull()
})

test('one dot is said as one', () => {
  expect(ballotMistake({ ...rules, perNote: 1 }, { a: 2 }, nobodys)).toBe('At most 1 dot on one note.')
  expect(ballotMistake({ ...rules, dots: 1, perNote: null }, { a: 2 }, nobodys)).toBe('You have 1 dot.')
})

test('without a limit on one note all dots may go there; dots taken back count nowhere', () => {
  expect(ballotMistake({ ...rules, perNote: null }, { a: 3 }, nobodys)).toBeNull()
  expect(ballotMistake(rules, { z: 0, a: 0 }, () => true)).toBeNull()
  expect(ballotMistake({ ...rules, self: true }, { a: 1 }, () => true)).toBeNull()
})

test('a ballot is whole dots, none below nothing', () => {
  expect([{}, { a: 0 }, { a: 100 }, { ['x'.repeat(40)]: 1 }].map(cast => ballot.safeParse(cast).success)).toEqual(
    Array(4).fill(true),
  )
  expect(
    [{ a: -1 }, { a: 101 }, { a: 1.5 }, { a: '1' }, { ['x'.repeat(41)]: 1 }].map(
      cast => ballot.safeParse(cast).success,
    ),
  ).toEqual(Array(5).fill(false))
})

test('the dots of a ballot are summed', () => {
  expect([dotsPlaced({}), dotsPlaced({ a: 2, b: 1, c: 0 })]).toEqual([0, 3])
})

const ballots = new Map([
  ['ann', { a: 2, b: 0, gone: 1 }],
  ['bob', { a: 1, b: 1 }],
])

test('a vote is counted without names, dots on what is not in it left out', () => {
  expect(outcomeOf({ targets: ['a', 'b', 'c'], open: false }, ballots)).toEqual({
    results: { a: 3, b: 1, c: 0 },
    voters: null,
  })
})

test('one that was announced as open tells who placed how many dots where', () => {
  expect(outcomeOf({ targets: ['a', 'b', 'c'], open: true }, ballots)).toEqual({
    results: { a: 3, b: 1, c: 0 },
    voters: {
      a: [
        ['ann', 2],
        ['bob', 1],
      ],
      b: [['bob', 1]],
    },
  })
})

test('notes are ranked by their dots, those with as many by their ids', () => {
  expect(ranking({ d: 1, a: 0, c: 5, b: 1 }).map(({ noteId, dots, rank }) => [noteId, dots, rank])).toEqual([
    ['c', 5, 1],
    ['b', 1, 2],
    ['d', 1, 2],
    ['a', 0, 4],
  ])
})

test('a second round is between those that share the best place, if it has dots and more than one is there', () => {
  expect(tiedOnTop({ a: 3, b: 3, c: 3, d: 1 })).toEqual(['a', 'b', 'c'])
  expect(tiedOnTop({ a: 3, b: 1, c: 1 })).toEqual([])
  expect(tiedOnTop({ a: 0, b: 0 })).toEqual([])
  expect(tiedOnTop({})).toEqual([])
})

test('ties are shown as ties and share the better rank', () => {
  const results = tally(
    ['a', 'b', 'c', 'd'],
    [
      { a: 2, b: 1 },
      { b: 1, c: 1 },
    ],
  )
  expect(ranking(results).map(({ noteId, rank }) => [noteId, rank])).toEqual([
    ['a', 1],
    ['b', 1],
    ['c', 3],
    ['d', 4],
  ])
  expect(tiedOnTop(results)).toEqual(['a', 'b'])
})

test('every dot placed is counted once, whatever the order of the ballots', () => {
  const cast = fc.array(fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.nat(5)))
  fc.assert(
    fc.property(cast, ballots => {
      const results = tally(['a', 'b', 'c'], ballots)
      const placed = ballots.flatMap(one => Object.values(one)).reduce((sum, dots) => sum + dots, 0)
      expect(Object.values(results).reduce((sum, dots) => sum + dots, 0)).toBe(placed)
      expect(tally(['a', 'b', 'c'], ballots.toReversed())).toEqual(results)
    }),
  )
})
