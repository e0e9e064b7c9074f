import { expect, test } from 'vitest'
import type { Phase } from '#lib/access/phase.ts'
import { can } from '#lib/access/policy.ts'
import { freeWork } from '#lib/access/rights.ts'
import { draftPhases } from '#server/collab/drafts.ts'

const phase = (round: string | null, privately: boolean): Phase => ({
  board: 'open',
  session: 'open',
  frozen: false,
  round,
  rights: { ...freeWork, private: privately },
})
const writes = (phases: readonly Phase[]) => phases.map(one => can('draft.write', 'contributor', one).ok)

test('private notes are written while their own round lasts, and in another private round no more', () => {
  const draft = 'board.draft.ideas.0.ann'
  expect(writes(draftPhases([phase('ideas.0', true)], draft))).toEqual([true])
  expect(writes(draftPhases([phase('pains.0', true)], draft))).toEqual([false])
  expect(writes(draftPhases([phase('ideas.0a', true)], draft))).toEqual([false])
  expect(writes(draftPhases([phase(null, false)], draft))).toEqual([false])
})

test('what was on its way when the round ended is still taken for as long as the board says', () => {
  const phases = [phase(null, false), phase('ideas.0', true)] as const
  expect(writes(draftPhases(phases, 'board.draft.ideas.0.ann'))).toEqual([false, true])
})

test('a facilitator’s private notes belong to a private round too', () => {
  const [now] = draftPhases([phase(null, false)], 'board.draft.ideas.0.fay')
  expect(can('draft.write', 'facilitator', now).ok).toBe(false)
})
