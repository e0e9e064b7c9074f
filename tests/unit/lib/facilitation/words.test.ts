import { expect, test } from 'vitest'
import { freeWork } from '#lib/access/phase.ts'
import { itemOf } from '#lib/facilitation/agendas.ts'
import { clockWords } from '#lib/facilitation/clock.ts'
import { watchOnly } from '#lib/facilitation/define.ts'
import { rightsInWords } from '#lib/facilitation/rights-words.ts'

test('a second on the clock counts until it is over', () => {
  expect([0, 1, 1_000, 1_001, 59_999, 725_000, 3_725_000].map(clockWords)).toEqual([
    '0:00',
    '0:01',
    '0:01',
    '0:02',
    '1:00',
    '12:05',
    '1:02:05',
  ])
})

test('showing one’s own early is said where it is allowed, never in a round without names', () => {
  const early = 'Show your own before that, if you like'
  expect(rightsInWords({ ...watchOnly, private: true, share: true })).toContain(early)
  expect(rightsInWords({ ...watchOnly, private: true, share: true, anonymous: true })).not.toContain(early)
  expect(rightsInWords({ ...watchOnly, share: true })).not.toContain(early)
})

test('an activity says in words what may be done, and nothing else', () => {
  expect(rightsInWords({ ...watchOnly, comment: false })).toEqual([])
  expect(rightsInWords(freeWork)).toContain('Change and remove all notes')
  expect(rightsInWords({ ...freeWork, delete: 'own' })).toEqual(
    expect.arrayContaining(['Change all notes', 'Remove your own notes']),
  )
  expect(rightsInWords(itemOf('failures', 'a').rights)).toContain('Enter details of your own steps')
  expect(rightsInWords(itemOf('anonymous-round', 'a').rights)).toEqual(
    expect.arrayContaining(['Nobody sees them until the reveal, and nobody ever learns who wrote what']),
  )
})
