import { describe, expect, test } from 'vitest'
import type { Role } from '#lib/access/actor.ts'
import type { Phase } from '#lib/access/phase.ts'
import { type Ability, describe as inWords, policy } from '#lib/access/policy.ts'
import { answer, open } from '#tests/drivers/policy-answers.ts'

const states: Record<string, Phase> = {
  open,
  frozen: { ...open, frozen: true },
  planned: { ...open, session: 'planned' },
  none: { ...open, session: 'none' },
  ended: { ...open, session: 'ended' },
  finished: { ...open, board: 'finished' },
}
const roles: Role[] = ['facilitator', 'contributor', 'observer', 'manager', 'nobody']

/** Who may, state by state: a line a role, a word a state; `…` goes on as before. */
interface Column {
  abilities: Ability[]
  table: string
}
const columns: Record<string, Column> = {
  'what merges is for facilitators, and for contributors while a session is open': {
    abilities: [
      ...(['board.write', 'note.add', 'note.edit', 'note.kind', 'note.move', 'note.place', 'note.delete'] as const),
      ...(['note.group', 'link.add', 'link.edit', 'link.delete', 'lane.change', 'outcome.add'] as const),
      ...(['outcome.write', 'detail.edit', 'failure.mark', 'verdict.give', 'comment.add'] as const),
      ...(['comment.resolve', 'vote.cast'] as const),
    ],
    table: `
      facilitator yes       yes      yes       yes       yes      sealed
      contributor yes       frozen   noSession noSession ended    sealed
      observer    watching  watching watching  watching  watching sealed
      manager     managers  managers managers  managers  managers managers
      nobody      nobody    nobody   nobody    nobody    nobody   nobody`,
  },
  'what leads is for facilitators until the board is sealed': {
    abilities: [
      ...(['note.lock', 'view.change', 'board.rename', 'board.finish', 'board.import', 'board.restore'] as const),
      'board.clear',
      ...(['session.plan', 'session.open', 'session.invite', 'session.admit', 'session.roles'] as const),
      ...(['stage.lead', 'draft.reveal', 'vote.lead'] as const),
    ],
    table: `
      facilitator yes         yes         yes         yes         yes         sealed
      contributor facilitator facilitator facilitator facilitator facilitator facilitator
      observer    facilitator facilitator facilitator facilitator facilitator facilitator
      manager     facilitator facilitator facilitator facilitator facilitator facilitator
      nobody      nobody      nobody      nobody      nobody      nobody      nobody`,
  },
  'what reads is for everybody who is let in': {
    abilities: ['board.see', 'board.export', 'session.roster', 'workspace.see', 'workspace.leave'],
    table: `
      facilitator yes    yes    yes    yes    yes    yes
      contributor yes    yes    yes    yes    yes    yes
      observer    yes    yes    yes    yes    yes    yes
      manager     yes    yes    yes    yes    yes    yes
      nobody      nobody nobody nobody nobody nobody nobody`,
  },
  'what is the workspace’s is for its owners and facilitators, whatever becomes of the board': {
    abilities: [
      ...(['board.create', 'board.delete', 'board.erase', 'bin.see', 'board.duplicate', 'board.replay'] as const),
      ...(['history.erase', 'template.save'] as const),
    ],
    table: `
      facilitator yes     yes     yes     yes     yes     yes
      contributor members members members members members members
      observer    members members members members members members
      manager     members members members members members members
      nobody      members members members members members members`,
  },
  'a session without facilitators is taken over until the board is sealed': {
    abilities: ['session.take-over'],
    table: `
      facilitator yes     yes     yes     yes     yes     sealed
      contributor members members members members members members
      observer    members members members members members members
      manager     members members members members members members
      nobody      members members members members members members`,
  },
  'the report is for facilitators and managers, and for all when the session is over': {
    abilities: ['board.report'],
    table: `
      facilitator yes         yes         yes         yes         yes    yes
      contributor facilitator facilitator facilitator facilitator yes    yes
      observer    facilitator facilitator facilitator facilitator yes    yes
      manager     yes         yes         yes         yes         yes    yes
      nobody      nobody      nobody      nobody      nobody      nobody nobody`,
  },
  'a hand is raised in an open session, frozen or not, by observers too': {
    abilities: ['hand.raise'],
    table: `
      facilitator yes      yes      yes       yes       yes       sealed
      contributor yes      yes      noSession noSession noSession sealed
      observer    yes      yes      noSession noSession noSession sealed
      manager     managers managers managers  managers  managers  managers
      nobody      nobody   nobody   nobody    nobody    nobody    nobody`,
  },
  'private notes and their sharing need an activity that has them': {
    abilities: ['draft.write'],
    table: `
      facilitator activity activity activity  activity  activity sealed
      contributor activity frozen   noSession noSession ended    sealed
      observer    watching watching watching  watching  watching sealed
      manager     managers managers managers  managers  managers managers
      nobody      nobody   nobody   nobody    nobody    nobody   nobody`,
  },
  'one’s own private notes are shown before the reveal only where the activity has it': {
    abilities: ['draft.share-mine'],
    table: `
      facilitator together together together  together  together sealed
      contributor together frozen   noSession noSession ended    sealed
      observer    watching watching watching  watching  watching sealed
      manager     managers managers managers  managers  managers managers
      nobody      nobody   nobody   nobody    nobody    nobody   nobody`,
  },
  'a comment of another is changed by facilitators alone': {
    abilities: ['comment.edit'],
    table: `
      facilitator yes      yes      yes       yes       yes      sealed
      contributor own      frozen   noSession noSession ended    sealed
      observer    watching watching watching  watching  watching sealed
      manager     managers managers managers  managers  managers managers
      nobody      nobody   nobody   nobody    nobody    nobody   nobody`,
  },
  'the library is for members, who are facilitators or managers to a workspace': {
    abilities: ['library.browse'],
    table: `
      facilitator yes     yes     yes     yes     yes     yes
      contributor yes     yes     yes     yes     yes     yes
      observer    yes     yes     yes     yes     yes     yes
      manager     yes     yes     yes     yes     yes     yes
      nobody      members members members members members members`,
  },
  'members and settings of a workspace are changed by its owner alone': {
    abilities: [
      'workspace.members',
      'workspace.reset',
      'workspace.settings',
      'workspace.hand-over',
      'workspace.delete',
      'workspace.record',
    ],
    table: `
      facilitator owner  owner  owner  owner  owner  owner
      contributor owner  owner  owner  owner  owner  owner
      observer    owner  owner  owner  owner  owner  owner
      manager     owner  owner  owner  owner  owner  owner
      nobody      nobody nobody nobody nobody nobody nobody`,
  },
}

describe('in free work', () => {
  for (const [rule, { abilities, table }] of Object.entries(columns))
    test(rule, () => {
      const expected = table
        .trim()
        .split('\n')
        .map(line => line.trim().split(/\s+/).join(' '))
      for (const ability of abilities)
        expect(
          roles.map(role => [role, ...Object.values(states).map(phase => answer(ability, role, phase))].join(' ')),
          ability,
        ).toEqual(expected)
    })

  test('the tables hold every ability once', () => {
    const listed = Object.values(columns).flatMap(({ abilities }) => abilities)
    expect(listed.sort()).toEqual(Object.keys(policy).sort())
  })

  test('every ability says in words what it lets one do', () => {
    const words = Object.keys(policy).map(ability => inWords(ability as Ability))
    for (const each of words) expect(each).toMatch(/^\p{L}.{4,}$/u)
    expect(new Set(words).size).toBe(words.length)
  })
})
