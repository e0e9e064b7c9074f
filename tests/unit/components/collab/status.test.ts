import { expect, test } from 'vitest'
import { opening, statusWords } from '#components/collab/status.ts'

const live = { ...opening, link: 'live' as const }

test('live with nothing waiting is saved, with something waiting is saving', () => {
  expect(statusWords(live).label).toBe('Saved')
  expect(statusWords({ ...live, waiting: 1 })).toMatchObject({ label: 'Saving', tone: 'busy' })
})

test('offline says how many changes wait and whether this browser keeps them', () => {
  const offline = { ...opening, link: 'offline' as const, waiting: 3 }
  expect(statusWords(offline).label).toBe('Offline, 3 changes waiting')
  expect(statusWords(offline).detail).toContain('kept in this browser')
  expect(statusWords({ ...offline, keeps: false })).toMatchObject({
    label: 'Offline, 3 changes waiting: leave this page open',
    detail: 'This browser cannot keep them over a reload: leave the page open until they are sent.',
  })
  expect(statusWords({ ...offline, waiting: 0 }).label).toBe('Offline')
})

test('a server that cannot store says so, even while the connection is live', () => {
  const trouble = { kind: 'storage-full' as const, message: 'The disk is full.' }
  expect(statusWords({ ...live, waiting: 2, trouble })).toEqual({
    tone: 'warning',
    label: '2 changes not saved yet',
    detail: 'The disk is full.',
  })
})

test('an end that is final says why', () => {
  expect(statusWords({ ...opening, link: 'removed', says: 'You were removed.' }).detail).toBe('You were removed.')
})
