import { describe, expect, test } from 'vitest'
import type { Actor, Role } from '#lib/access/actor.ts'
import { roleOf } from '#lib/access/actor.ts'
import type { Phase } from '#lib/access/phase.ts'
import { type Ability, can, type EntityFacts, describe as inWords, policy, roleFor } from '#lib/access/policy.ts'
import { type ActivityRights, freeWork } from '#lib/access/rights.ts'

const open: Phase = { board: 'open', session: 'open', frozen: false, rights: freeWork }
const states: Record<string, Phase> = {
  open,
  frozen: { ...open, frozen: true },
  planned: { ...open, session: 'planned' },
  none: { ...open, session: 'none' },
  ended: { ...open, session: 'ended' },
  finished: { ...open, board: 'finished' },
}
const roles: Role[] = ['facilitator', 'contributor', 'observer', 'manager', 'nobody']

/** Sentences by a short name; `yes` is none. */
const sentences: Record<string, string> = {
  facilitator: 'Only a facilitator can do this.',
  watching: 'You are watching this session: observers change nothing.',
  managers: 'Managers read boards; a facilitator can give you a role in a session.',
  nobody: 'This board does not exist, or it is not open to you.',
  noSession: 'No session is open on this board right now.',
  ended: 'The session has ended; nothing can be changed.',
  sealed: 'This board is finished and sealed. A facilitator can open a new session on a copy.',
  frozen: 'The facilitator has frozen the wall for a moment.',
  activity: 'The current activity does not include this.',
  private: 'This round is private: write it in your private notes.',
  inbox: 'Notes go to the inbox first; the facilitator lets them onto the wall.',
  together: 'The notes of this round are revealed together.',
  own: 'In this activity you can change only your own.',
  locked: 'This is locked; a facilitator can unlock it.',
  members: 'Only the workspace’s owners and facilitators can do this.',
  owner: 'Only the owner of the workspace can do this.',
}
const nameOf = new Map(Object.entries(sentences).map(([name, sentence]) => [sentence, name]))

/** `yes`, or the short name of the sentence that refuses. */
function answer(ability: Ability, role: Role, phase: Phase, entity?: EntityFacts): string {
  const said = can(ability, role, phase, entity)
  return said.ok ? 'yes' : (nameOf.get(said.reason) ?? said.reason)
}
const during = (rights: Partial<ActivityRights>, more: Partial<Phase> = {}): Phase => ({
  ...open,
  ...more,
  rights: { ...freeWork, ...rights },
})
const theirs: EntityFacts = { own: false, locked: false }
const own: EntityFacts = { own: true, locked: false }

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
    abilities: ['board.see', 'board.export', 'session.roster', 'workspace.see'],
    table: `
      facilitator yes    yes    yes    yes    yes    yes
      contributor yes    yes    yes    yes    yes    yes
      observer    yes    yes    yes    yes    yes    yes
      manager     yes    yes    yes    yes    yes    yes
      nobody      nobody nobody nobody nobody nobody nobody`,
  },
  'what is the workspace’s is for its owners and facilitators, whatever becomes of the board': {
    abilities: [
      ...(['board.create', 'board.delete', 'board.duplicate', 'board.replay'] as const),
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
    abilities: ['workspace.members', 'workspace.settings'],
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

describe('an activity that leaves something out refuses exactly that to contributors', () => {
  const refusedWith = (phase: Phase, entity = theirs): Record<string, Ability[]> => {
    const usually = during({})
    const found: Record<string, Ability[]> = {}
    for (const ability of Object.keys(policy) as Ability[]) {
      const now = answer(ability, 'contributor', phase, entity)
      if (now !== answer(ability, 'contributor', usually, theirs)) found[now] = [...(found[now] ?? []), ability]
    }
    return found
  }
  const changing: Ability[] = ['note.edit', 'note.kind', 'note.move', 'note.place', 'link.edit', 'detail.edit']

  test.each<[Partial<ActivityRights>, Ability[]]>([
    [{ add: [] }, ['note.add', 'note.kind']],
    [{ edit: 'none' }, ['note.edit', 'note.kind', 'note.move', 'note.place', 'note.group', 'link.edit', 'detail.edit']],
    [{ delete: 'none' }, ['note.delete', 'link.delete']],
    [{ link: false }, ['link.add', 'link.edit', 'link.delete']],
    [{ lanes: false }, ['lane.change']],
    [{ outcome: false }, ['outcome.add', 'outcome.write']],
    [{ details: false }, ['detail.edit']],
    [{ marks: false }, ['failure.mark']],
    [{ verdicts: false }, ['verdict.give']],
    [{ comment: false }, ['comment.add', 'comment.edit', 'comment.resolve']],
    [{ vote: false }, ['vote.cast']],
  ])('%j', (rights, abilities) => {
    expect(refusedWith(during(rights))).toEqual({ activity: abilities })
  })

  test('“only your own” refuses changing what others made, and lets one change what is one’s own', () => {
    expect(refusedWith(during({ edit: 'own' }))).toEqual({ own: changing })
    expect(refusedWith(during({ delete: 'own' }))).toEqual({ own: ['note.delete', 'link.delete'] })
    expect(changing.map(ability => answer(ability, 'contributor', during({ edit: 'own' }), own))).toEqual(
      changing.map(() => 'yes'),
    )
    expect(answer('note.delete', 'contributor', during({ delete: 'own' }), own)).toBe('yes')
  })

  test('what is locked is changed and answered by facilitators alone', () => {
    const locked = { own: false, locked: true }
    expect(refusedWith(open, locked)).toEqual({
      locked: [...changing.slice(0, 4), 'note.delete', 'link.edit', 'link.delete', 'detail.edit'],
      activity: ['failure.mark', 'verdict.give'],
    })
    for (const ability of [...changing, 'note.delete', 'failure.mark', 'verdict.give'] as const)
      expect(answer(ability, 'facilitator', open, locked), ability).toBe('yes')
  })

  test('facilitators are not bound by an activity', () => {
    const nothing = during(
      {
        ...{ add: [], edit: 'none', delete: 'none', link: false, lanes: false, outcome: false, details: false },
        ...{ marks: false, verdicts: false, comment: false, vote: false, seeResults: false, private: true },
      },
      { inbox: true },
    )
    for (const ability of Object.keys(policy) as Ability[])
      if (ability !== 'draft.write')
        expect(answer(ability, 'facilitator', nothing), ability).toBe(answer(ability, 'facilitator', open))
  })
})

test('notes of the activity’s kinds are added, and become only what could be added', () => {
  const phase = during({ add: ['idea', 'pain'] })
  const to = (kind?: string): EntityFacts => ({ ...own, ...(kind === undefined ? {} : { kind }) })
  for (const ability of ['note.add', 'note.kind'] as const) {
    expect(answer(ability, 'contributor', phase, to('idea'))).toBe('yes')
    expect(answer(ability, 'contributor', phase, to('step'))).toBe('activity')
    expect(answer(ability, 'contributor', phase, to('nothing of ours'))).toBe('activity')
    expect(answer(ability, 'contributor', phase, to())).toBe('activity')
    expect(answer(ability, 'facilitator', phase, to('step'))).toBe('yes')
  }
  expect(
    answer('note.kind', 'contributor', during({ add: ['idea'], edit: 'own' }), { ...to('idea'), own: false }),
  ).toBe('own')
})

test('whose a note is comes before what it would become', () => {
  const phase = during({ add: ['idea'], edit: 'own' })
  expect(answer('note.kind', 'contributor', phase, { own: false, locked: false, kind: 'step' })).toBe('own')
  expect(answer('note.kind', 'contributor', phase, { own: true, locked: false, kind: 'step' })).toBe('activity')
})

test('work without an agenda shows everybody what a vote came to', () => expect(freeWork.seeResults).toBe(true))

test('in a private round notes are written as drafts of the activity’s kinds, by everybody in the session', () => {
  const phase = during({ private: true, add: ['idea'] })
  expect(answer('note.add', 'contributor', phase, { ...own, kind: 'idea' })).toBe('private')
  expect(answer('note.add', 'facilitator', phase, { ...own, kind: 'idea' })).toBe('yes')
  for (const role of ['facilitator', 'contributor'] as const) {
    expect(answer('draft.write', role, phase)).toBe('yes')
    expect(answer('draft.write', role, phase, { ...own, kind: 'idea' })).toBe('yes')
    expect(answer('draft.write', role, phase, { ...own, kind: 'step' })).toBe('activity')
    expect(answer('draft.write', role, during({}), { ...own, kind: 'idea' })).toBe('activity')
  }
})

test('private notes are shown early only where the round has it and keeps its authors', () => {
  const early = (rights: Partial<ActivityRights>) => answer('draft.share-mine', 'contributor', during(rights))
  expect(early({ private: true, share: true })).toBe('yes')
  expect(early({ private: true, share: true, anonymous: true })).toBe('together')
  expect(early({ private: true, share: false })).toBe('together')
  expect(early({ private: false, share: true })).toBe('together')
})

test('with an inbox contributors’ notes go there, and only facilitators place them', () => {
  const phase = during({}, { inbox: true })
  expect(answer('note.add', 'contributor', phase, { ...own, place: 'inbox' })).toBe('yes')
  expect(answer('note.add', 'contributor', phase, { ...own, place: 'wall' })).toBe('inbox')
  expect(answer('note.add', 'contributor', phase, own)).toBe('inbox')
  expect(answer('note.place', 'contributor', phase, own)).toBe('inbox')
  expect(answer('note.place', 'contributor', { ...phase, rights: { ...freeWork, edit: 'none' } }, own)).toBe('activity')
  expect(answer('note.add', 'facilitator', phase, own)).toBe('yes')
  expect(answer('note.place', 'facilitator', phase, own)).toBe('yes')
})

test('a comment is changed by who wrote it, and the owner changes who belongs to the workspace', () => {
  expect(answer('comment.edit', 'contributor', open, own)).toBe('yes')
  expect(answer('comment.edit', 'contributor', during({ comment: false }), own)).toBe('activity')
  expect(answer('workspace.members', 'facilitator', open, own)).toBe('yes')
  expect(answer('workspace.members', 'nobody', open, own)).toBe('nobody')
})

describe('who somebody counts as', () => {
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
      ...['board.create', 'board.delete', 'board.duplicate', 'board.replay', 'history.erase', 'template.save'],
      ...['session.take-over', 'workspace.see', 'workspace.members', 'workspace.settings', 'library.browse'],
    ])
  })
})
