import { expect, test } from 'vitest'
import { type Actor, roleOf } from '#lib/access/actor.ts'
import { type Ability, policy, roleFor } from '#lib/access/policy.ts'

const who = (member: Actor['member'], participant: Actor['participant']): Actor => ({
  personId: 'ann',
  member,
  participant,
})

test('the role in the session comes before the one in the workspace', () => {
  expect(roleOf(who('owner', 'observer'))).toBe('observer')
  expect(roleOf(who(null, 'contributor'))).toBe('contributor')
  expect(roleOf(who('manager', 'facilitator'))).toBe('facilitator')
})

test('owners and facilitators of the workspace facilitate, managers manage, others are nobody', () => {
  expect(roleOf(who('owner', null))).toBe('facilitator')
  expect(roleOf(who('facilitator', null))).toBe('facilitator')
  expect(roleOf(who('manager', null))).toBe('manager')
  expect(roleOf(who(null, null))).toBe('nobody')
})

test('a seat in a session counts for nothing where the workspace is asked', () => {
  const guest = who(null, 'facilitator')
  expect(roleFor('stage.lead', guest)).toBe('facilitator')
  expect(roleFor('board.delete', guest)).toBe('nobody')
  expect(roleFor('board.delete', who('owner', 'observer'))).toBe('facilitator')
  const workspace = (Object.keys(policy) as Ability[]).filter(ability => roleFor(ability, guest) === 'nobody')
  expect(workspace).toEqual([
    ...['board.create', 'board.delete', 'board.erase', 'bin.see', 'board.duplicate', 'board.replay', 'history.erase'],
    ...['template.save', 'session.take-over', 'workspace.see', 'workspace.members', 'workspace.reset'],
    ...['workspace.settings', 'workspace.hand-over', 'workspace.delete', 'workspace.record'],
    ...['workspace.leave', 'library.browse'],
  ])
})
