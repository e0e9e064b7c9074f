import { expect, test } from 'vitest'
import {
  activityRights,
  changeRights,
  freeWork,
  isAsked,
  isFlag,
  rightNames,
  rightsInWords,
  watchOnly,
} from '#lib/access/rights.ts'
import { itemOf } from '#lib/facilitation/agendas.ts'

test('rights that nobody stated are as where people only watch', () => {
  expect(activityRights.parse({})).toEqual(watchOnly)
  expect(activityRights.parse(freeWork)).toEqual(freeWork)
  expect(rightNames.filter(name => !isFlag(name))).toEqual(['add', 'edit', 'delete'])
})

test('names and early showing are asked only while notes are private, and are off elsewhere', () => {
  const secret = { ...watchOnly, private: true }
  expect([isAsked('anonymous', watchOnly), isAsked('anonymous', secret)]).toEqual([false, true])
  expect(isAsked('share', { ...secret, anonymous: true })).toBe(false)
  expect(changeRights({ ...secret, share: true }, { anonymous: true })).toEqual({ ...secret, anonymous: true })
  expect(changeRights({ ...secret, anonymous: true }, { private: false })).toEqual(watchOnly)
  expect(changeRights(watchOnly, { link: true })).toEqual({ ...watchOnly, link: true })
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
