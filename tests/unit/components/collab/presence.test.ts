import { expect, test, vi } from 'vitest'
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { Presence } from '#components/collab/presence.ts'
import { authorOf, emptyRoster, type Roster, rosterAfter } from '#components/collab/roster.ts'
import { ValueStore } from '#components/ui/store.ts'
import type { Person } from '#lib/protocol/messages.ts'

const person = (id: string): Person => ({
  id,
  name: `Name of ${id}`,
  role: 'contributor',
  colour: '#336699',
  guest: true,
  here: true,
  device: 'desktop',
})

/** Presence of one tab, and a way for other tabs to show something in it. */
function tab(clients: [number, string][]) {
  const awareness = new Awareness(new Y.Doc())
  const roster = new ValueStore<Roster>({
    ...emptyRoster,
    you: { personId: 'me', role: 'contributor', member: null },
    people: new Map(['me', 'ana', 'bo'].map(id => [id, person(id)])),
    clients: new Map(clients),
  })
  const presence = new Presence(awareness, roster)
  const others = new Map<number, Awareness>()
  const show = (client: number, state: object) => {
    const doc = new Y.Doc()
    doc.clientID = client
    const other = others.get(client) ?? new Awareness(doc)
    others.set(client, other)
    other.setLocalState(state)
    applyAwarenessUpdate(awareness, encodeAwarenessUpdate(other, [client]), 'server')
  }
  const destroy = () => {
    presence.destroy()
    for (const one of [awareness, ...others.values()]) one.destroy()
  }
  return { awareness, roster, presence, show, destroy }
}

test('who somebody is comes from the roster, whatever their browser says', () => {
  const { presence, show, destroy } = tab([[11, 'ana']])
  show(11, { cursor: [1, 2], name: 'The facilitator', colour: 'red' })
  show(99, { cursor: [3, 4] })
  expect(presence.others.get().map(other => [other.person.id, other.state.cursor])).toEqual([['ana', [1, 2]]])
  expect(presence.others.get()[0]?.state).not.toHaveProperty('name')
  destroy()
})

test('two tabs of one person are one person, shown where they moved last; one’s own other tab is nobody', () => {
  const { presence, show, destroy } = tab([
    [11, 'ana'],
    [12, 'ana'],
    [13, 'me'],
  ])
  show(12, { cursor: [1, 1] })
  show(11, { cursor: [2, 2] })
  show(13, { cursor: [9, 9] })
  expect(presence.others.get().map(other => other.state.cursor)).toEqual([[2, 2]])
  show(12, { cursor: [5, 5] })
  expect(presence.others.get().map(other => other.state.cursor)).toEqual([[5, 5]])
  destroy()
})

test('nonsense from another browser reads as a person at rest', () => {
  const { presence, show, destroy } = tab([[11, 'ana']])
  show(11, { cursor: 'here', selection: [{}], drag: [['id', 'x']], viewport: [1], laser: 1 })
  expect(presence.others.get()[0]?.state).toEqual({
    cursor: null,
    selection: [],
    drag: [],
    editing: null,
    viewport: null,
    laser: false,
    away: false,
  })
  destroy()
})

test('many moves of one’s own go out as one message', () => {
  vi.useFakeTimers()
  const { awareness, presence, destroy } = tab([])
  vi.advanceTimersByTime(1_000)
  let sent = 0
  awareness.on('update', () => {
    sent += 1
  })
  for (let x = 0; x < 100; x += 1) presence.show({ cursor: [x, 0] })
  vi.advanceTimersByTime(200)
  expect(sent).toBe(1)
  expect(awareness.getLocalState()?.cursor).toEqual([99, 0])
  destroy()
  vi.useRealTimers()
})

test('an entity is by whom the server wrote, else by whose browser made it', () => {
  const { roster, destroy } = tab([[11, 'ana']])
  expect(authorOf(roster.get(), { client: 11, by: null })?.id).toBe('ana')
  expect(authorOf(roster.get(), { client: 11, by: 'bo' })?.id).toBe('bo')
  expect(authorOf(roster.get(), { client: 12, by: null })).toBeNull()
  const later = rosterAfter(roster.get(), { clients: [[12, 'bo']] })
  expect(authorOf(later, { client: 12, by: null })?.id).toBe('bo')
  destroy()
})
