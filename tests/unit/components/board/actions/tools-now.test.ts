import { expect, test } from 'vitest'
import { toolsNow } from '#components/board/actions/tools-now.ts'
import { ValueStore } from '#components/ui/store.ts'
import type { Role } from '#lib/access/actor.ts'
import type { Phase } from '#lib/access/phase.ts'
import { freeWork, watchOnly } from '#lib/access/rights.ts'
import { itemOf } from '#lib/facilitation/agendas.ts'

const at = (role: Role, phase: Partial<Phase>) => {
  const whole: Phase = { board: 'open', session: 'open', frozen: false, rights: freeWork, ...phase }
  const { tools, kinds, more } = toolsNow({ access: new ValueStore({ role, phase: whole }) as never })
  return {
    tools: tools.map(({ id }) => id.replace('tool.', '')),
    kinds: kinds.map(({ kind }) => kind.id),
    more: more.map(({ kind }) => kind.id),
  }
}

test('the kinds that the activity asks for stand first, then the usual ones', () => {
  expect(at('contributor', {}).kinds).toEqual(['step', 'decision', 'pain', 'idea', 'plain'])
  const failures = itemOf('failures', 'x').rights
  expect(at('facilitator', { rights: failures }).kinds).toEqual([
    'moment-of-truth',
    'break-point',
    'business-rule',
    'pain',
    'question',
  ])
  expect(at('facilitator', { rights: failures }).more).toContain('step')
})

test('what the activity does not allow is absent, for who leads nothing is', () => {
  const ideas = { ...watchOnly, add: ['idea' as const] }
  expect(at('contributor', { rights: ideas })).toEqual({ tools: ['select', 'hand'], kinds: ['idea'], more: [] })
  expect(at('contributor', { rights: watchOnly }).kinds).toEqual([])
  expect(at('observer', {})).toEqual({ tools: ['select', 'hand'], kinds: [], more: [] })
  expect(at('facilitator', { rights: watchOnly }).tools).toEqual(['select', 'hand', 'link', 'lane'])
})

test('on a wall that is frozen for a moment the tools stay where they are', () => {
  expect(at('contributor', { frozen: true })).toEqual(at('contributor', {}))
})
