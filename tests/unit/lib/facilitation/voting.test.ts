import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ballotMistake, ranking, tally, tiedOnTop } from '#lib/facilitation/voting.ts'

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
