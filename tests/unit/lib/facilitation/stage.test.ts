import { expect, test } from 'vitest'
import type { Phase } from '#lib/access/phase.ts'
import { can } from '#lib/access/policy.ts'
import { freeWork, watchOnly } from '#lib/access/rights.ts'
import { activities } from '#lib/facilitation/activities/index.ts'
import { agendaOf, itemOf, readyAgendas } from '#lib/facilitation/agendas.ts'
import { agenda } from '#lib/facilitation/define.ts'
import { enterActivity, freezesAt, readStage, timeLeft, withAgenda, withStage } from '#lib/facilitation/stage.ts'

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

test('moving everybody on sets the item’s timer, waiting or running, and clears what belonged to the one before', () => {
  const cleared = { frozen: false, ready: [], spotlight: null, drafts: {} }
  expect(enterActivity(itemOf('cluster', 'now', 10), 5_000)).toEqual({
    ...cleared,
    item: 'now',
    timer: { endsAt: null, leftMs: 600_000, totalMs: 600_000 },
  })
  expect(enterActivity(itemOf('ideas', 'now', 10), 5_000).timer).toEqual({
    endsAt: 605_000,
    leftMs: null,
    totalMs: 600_000,
  })
  const free = itemOf('free-work', 'free')
  expect(enterActivity(free, 0)).toEqual({ ...cleared, item: 'free', timer: null })
  expect(enterActivity({ ...free, startsTimer: true }, 0).timer, 'no minutes, no clock').toBeNull()
  expect(enterActivity(null, 0)).toEqual({ ...cleared, item: null, timer: null })
})

test('another agenda keeps us where we are, if that is still on it', () => {
  const items = [itemOf('welcome', 'a'), itemOf('ideas', 'b')]
  const stage = readStage({ agenda: items, item: 'b' })
  expect(withAgenda(stage, items)).toEqual({ agenda: items, item: 'b' })
  expect(withAgenda(stage, items).agenda).not.toBe(items)
  expect(withAgenda(stage, items.slice(0, 1))).toEqual({ agenda: items.slice(0, 1), item: null })
  expect(withAgenda(stage, [])).toEqual({ agenda: [], item: null })
})

test('the activity that holds is the one we are at, among several', () => {
  const stage = readStage({ agenda: [itemOf('welcome', 'a'), itemOf('ideas', 'b'), itemOf('vote', 'c')], item: 'b' })
  expect(withStage(open, stage, 0)).toMatchObject({ rights: itemOf('ideas', 'b').rights, round: 'b.0' })
  expect(withStage(open, readStage({ ...stage, item: 'gone' }), 0)).toMatchObject({ rights: watchOnly, round: null })
  expect(withStage(open, readStage({ ...stage, item: null }), 0)).toMatchObject({ rights: freeWork, round: null })
})

test('the facilitator’s freeze and the inbox are part of what holds', () => {
  expect(withStage(open, readStage({ frozen: true }), 0).frozen).toBe(true)
  expect(withStage(open, readStage({ inbox: true }), 0).inbox).toBe(true)
})

test('only a timer that runs freezes the wall, and only in an activity that says so', () => {
  const timer = { endsAt: 5_000, leftMs: null, totalMs: 60_000 }
  const at = (activity: string, change: object) =>
    freezesAt(readStage({ agenda: [itemOf(activity, 'now')], item: 'now', timer, ...change }))
  expect(at('ideas', {})).toBe(5_000)
  expect(at('ideas', { timer: { endsAt: null, leftMs: 5, totalMs: 5 } })).toBeNull()
  expect(at('ideas', { timer: null })).toBeNull()
  expect(at('cluster', {})).toBeNull()
  expect(at('ideas', { item: null })).toBeNull()
})

test('a timer that is neither running nor paused has nothing left; without one there is none', () => {
  expect(timeLeft({ endsAt: null, leftMs: null, totalMs: 60_000 }, 0)).toBe(0)
  expect(timeLeft(null, 0)).toBeNull()
})

test('each field of a stage that is damaged reads as its quiet default, the others as they are', () => {
  const quiet = readStage({})
  expect(quiet).toEqual({
    ...{ sessionId: null, agenda: [], item: null, timer: null, frozen: false, spotlight: null, cursorsHidden: false },
    ...{ vote: null, voted: 0, votes: [], hands: [], ready: [], drafts: {}, rounds: {}, inbox: false },
  })
  for (const field of Object.keys(quiet)) expect(readStage({ [field]: Symbol() }), field).toEqual(quiet)
  const vote = {
    ...{ id: 'v', round: 1, status: 'open', title: 'Which?', dots: 3, perNote: null, self: true, open: false },
    ...{ targets: ['a'], results: null, voters: null },
  }
  const whole = {
    ...{ sessionId: 's', item: 'i', timer: { endsAt: 5, leftMs: null, totalMs: 9 }, frozen: true, cursorsHidden: true },
    ...{ spotlight: { rect: [0, 0, 1, 1], noteId: null, by: 'fay' }, vote, voted: 2, hands: ['ann'], ready: ['bob'] },
    ...{ votes: [{ id: 'v', title: 'Which?', round: 1, dots: 3, results: { a: 2 } }], drafts: { ann: 2 } },
    ...{ rounds: { i: 1 }, inbox: true, agenda: [itemOf('ideas', 'i')] },
  }
  expect(readStage(whole)).toEqual(whole)
  expect(readStage({ vote: { ...vote, status: 'closed' } }).vote?.status).toBe('closed')
  const damaged = [
    { timer: { endsAt: 5, leftMs: null } },
    { spotlight: { rect: [0, 0, 1], noteId: null, by: 'fay' } },
    { vote: { ...vote, status: 'half' } },
    { vote: { ...vote, round: 1.5 } },
    { vote: { ...vote, dots: 1.5 } },
    { vote: { ...vote, perNote: 1.5 } },
    { voted: 1.5 },
    { votes: [{ id: 'v', title: 'Which?', round: 1.5, dots: 3, results: {} }] },
    { votes: [{ id: 'v', title: 'Which?', round: 1, dots: 1.5, results: {} }] },
  ]
  const newer = {
    vote: { ...vote, more: 1 },
    timer: { ...whole.timer, more: 1 },
    votes: [{ ...whole.votes[0], more: 1 }],
  }
  expect(readStage({ ...whole, ...newer })).toEqual(whole)
  for (const fields of damaged) expect(readStage(fields), JSON.stringify(fields)).toEqual(quiet)
})
