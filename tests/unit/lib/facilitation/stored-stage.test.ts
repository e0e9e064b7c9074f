import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { z } from 'zod'
import type { Phase } from '#lib/access/phase.ts'
import { can } from '#lib/access/policy.ts'
import { freeWork, objectOf, rightNames, rights, watchOnly } from '#lib/access/rights.ts'
import { agenda, readAgenda } from '#lib/facilitation/define.ts'
import { currentItem, readStage, withStage } from '#lib/facilitation/stage.ts'

/** A stage with its agenda as the first version that had one stored it; it is never written anew. */
const first = JSON.parse(readFileSync('tests/fixtures/stored-stage.json', 'utf8'))
/** What was added to an item since reads as no. */
const items = (first.agenda as Record<string, unknown>[]).map(item => ({ ...item, startsTimer: false }) as typeof item)
const stored = { ...first, agenda: items }
const open: Phase = { board: 'open', session: 'open', frozen: false, rights: freeWork }

/** Every item of the agenda with another value of its rights. */
const withRights = (change: (rights: Record<string, unknown>) => Record<string, unknown>) =>
  items.map(item => ({ ...item, rights: change(item.rights as Record<string, unknown>) }))

test('a stage that was stored reads as it was', () => {
  expect(readStage(first)).toEqual(stored)
  expect(readAgenda(first.agenda)).toEqual({ items, damaged: 0 })
  expect(currentItem(readStage(stored))?.activity).toBe('ideas')
})

test('a right that is added reads in every agenda that was stored before as where people only watch', () => {
  const sing = { accepts: z.boolean(), free: true, watching: false, label: 'Sing' }
  const tomorrow = objectOf({ ...rights, sing })
  for (const item of items) expect(tomorrow.parse(item.rights)).toEqual({ ...(item.rights as object), sing: false })
})

test.each(rightNames)('an agenda that was stored before there was the right %s keeps all its items', name => {
  const before = withRights(({ [name]: _, ...rest }) => rest)
  const read = readAgenda(before)
  expect(read.damaged).toBe(0)
  expect(read.items).toEqual(withRights(rest => ({ ...rest, [name]: watchOnly[name] })))
  // Who sends one from a window that was opened before gets the same.
  expect(agenda.parse(before)).toEqual(read.items)
})

test('an agenda of a newer version is read without what that one knows besides, and refused when somebody sends it', () => {
  const newer = withRights(rest => ({ ...rest, sing: true })).map(item => ({ ...item, music: 'loud' }))
  expect(readAgenda(newer)).toEqual({ items, damaged: 0 })
  expect(agenda.safeParse(newer).success).toBe(false)
})

test('a damaged item is left out and counted, and takes no other with it', () => {
  const [one, second, ...rest] = items
  const damaged = [{ ...one, rights: { add: 5 } }, second, second, 'nonsense', null, ...rest]
  expect(readAgenda(damaged)).toEqual({ items: [second, ...rest], damaged: 4 })
  expect(readStage({ ...stored, agenda: damaged }).agenda).toHaveLength(items.length - 1)
  expect(readAgenda('gone')).toEqual({ items: [], damaged: 1 })
  expect(readAgenda(undefined)).toEqual({ items: [], damaged: 0 })
})

test('while the activity cannot be read, contributors only watch', () => {
  const unread = readStage({ ...stored, agenda: [{ ...items[7], minutes: 'many' }] })
  const phase = withStage(open, unread, 0)
  expect(phase.rights).toEqual(watchOnly)
  expect(can('note.add', 'contributor', phase, { own: true, locked: false, kind: 'idea' }).ok).toBe(false)
  expect(can('stage.lead', 'facilitator', phase).ok).toBe(true)
  expect(withStage(open, readStage({ ...stored, item: null }), 0).rights).toEqual(freeWork)
})

test('of votes, hands and who is ready only what is damaged is left out, and a vote of a newer version is read', () => {
  const stage = readStage({
    ...stored,
    vote: { ...stored.vote, colour: 'red' },
    timer: { ...stored.timer, sound: 'gong' },
    votes: ['nonsense', ...stored.votes],
    hands: [7, ...stored.hands],
    ready: 'all',
  })
  expect(stage).toEqual({ ...readStage(stored), ready: [] })
})
