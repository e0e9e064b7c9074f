import { expect, test } from 'vitest'
import { freeWork, type Phase } from '#lib/access/phase.ts'
import { can } from '#lib/access/policy.ts'
import { activities } from '#lib/facilitation/activities/index.ts'
import { agendaOf, itemOf, readyAgendas } from '#lib/facilitation/agendas.ts'
import { agenda } from '#lib/facilitation/define.ts'
import { readStage, timeLeft, withStage } from '#lib/facilitation/stage.ts'

const open: Phase = { board: 'open', session: 'open', frozen: false, rights: freeWork }
const ids = () => {
  let count = 0
  return () => `i${count++}`
}

test.each(readyAgendas.map(one => one.id))('the ready-made agenda %s is made of known activities', id => {
  expect(agenda.parse(agendaOf(id, ids()))).not.toHaveLength(0)
})

test('ids of activities are their own', () => {
  expect(new Set(activities.map(activity => activity.id)).size).toBe(activities.length)
})

test('a contributor may do what the activity says, and no more', () => {
  const at = (activity: string) => withStage(open, readStage({ agenda: [itemOf(activity, 'now')], item: 'now' }), 0)
  expect(can('note.add', 'contributor', at('customer-process'), { own: true, locked: false, kind: 'step' }).ok).toBe(
    true,
  )
  expect(can('note.add', 'contributor', at('customer-process'), { own: true, locked: false, kind: 'pain' }).ok).toBe(
    false,
  )
  expect(can('note.add', 'contributor', at('ideas'), { own: true, locked: false, kind: 'idea' }).ok).toBe(false)
  expect(can('draft.write', 'contributor', at('ideas')).ok).toBe(true)
  expect(can('vote.cast', 'contributor', at('vote')).ok).toBe(true)
})

test('a damaged stage reads as quiet: no agenda, nothing frozen, everybody works', () => {
  const stage = readStage({ agenda: 'gone', frozen: 'yes', timer: 7 })
  expect(withStage(open, stage, 0)).toEqual({ ...open, round: null, inbox: false })
})

test('time left counts down from the server’s clock and stands still while paused', () => {
  expect(timeLeft({ endsAt: 10_000, leftMs: null, totalMs: 60_000 }, 4_000)).toBe(6_000)
  expect(timeLeft({ endsAt: 10_000, leftMs: null, totalMs: 60_000 }, 14_000)).toBe(0)
  expect(timeLeft({ endsAt: null, leftMs: 2_500, totalMs: 60_000 }, 14_000)).toBe(2_500)
})

test('when the timer of an activity that freezes at its end runs out, the wall is frozen by itself', () => {
  const timer = { endsAt: 5_000, leftMs: null, totalMs: 60_000 }
  const stage = readStage({ agenda: [itemOf('ideas', 'now')], item: 'now', timer })
  expect(withStage(open, stage, 4_999).frozen).toBe(false)
  expect(withStage(open, stage, 5_000).frozen).toBe(true)
})
