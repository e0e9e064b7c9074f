import { describe, expect, test } from 'vitest'
import type { Phase } from '#lib/access/phase.ts'
import { type Ability, type EntityFacts, policy } from '#lib/access/policy.ts'
import { type ActivityRights, freeWork } from '#lib/access/rights.ts'
import { answer, during, open, own, theirs } from '#tests/drivers/policy-answers.ts'

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
  expect(answer('workspace.leave', 'facilitator', open, own)).toBe('leaving')
})
