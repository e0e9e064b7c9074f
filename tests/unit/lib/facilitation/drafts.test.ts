import fc from 'fast-check'
import { expect, test } from 'vitest'
import { itemOf } from '#lib/facilitation/agendas.ts'
import {
  draftId,
  draftsOf,
  isOver,
  readDraftId,
  readRound,
  roundId,
  roundKey,
  written,
} from '#lib/facilitation/drafts.ts'
import { currentRound, readStage } from '#lib/facilitation/stage.ts'
import { buildWall } from '#tests/drivers/wall.ts'

const id = fc.stringMatching(/^[A-Za-z0-9_-]{1,40}$/)

test('a document of private notes says whose and of which round it is, whatever the ids', () => {
  fc.assert(
    fc.property(id, id, id, fc.nat(9_999), fc.boolean(), (boardId, item, personId, times, anonymous) => {
      const round = roundId({ item, times, anonymous })
      expect(readRound(round)).toEqual({ item, times, anonymous })
      expect(readDraftId(draftId(boardId, round, personId))).toEqual({ boardId, round, personId })
    }),
  )
  expect(readDraftId('board')).toBeNull()
})

test('each reveal begins another round, and anonymous notes count for themselves', () => {
  const item = itemOf('ideas', 'i')
  const anonymous = { ...item, rights: { ...item.rights, anonymous: true } }
  const at = (agenda: unknown[], rounds = {}) => currentRound(readStage({ agenda, item: 'i', rounds }))
  expect(at([item])).toBe('i.0')
  expect(at([item], { i: 2 })).toBe('i.2')
  expect(at([anonymous], { i: 2 })).toBe('i.0a')
  expect(at([itemOf('cluster', 'i')])).toBeNull()
  expect(isOver({ i: 1 }, 'i.0')).toBe(true)
  expect(isOver({ i: 1 }, 'i.0a')).toBe(false)
  expect(isOver({ 'i.a': 1 }, 'i.0a')).toBe(true)
})

test('what is no round is read as none, and counts as over', () => {
  const wrong = [
    '',
    'i',
    'i.',
    '.0',
    'i.0b',
    'i.0aa',
    'i.-1',
    'i.1234567',
    'a b.0',
    `${'x'.repeat(41)}.0`,
    ' i.0',
    'i.0 ',
  ]
  for (const one of wrong) {
    expect(readRound(one), one).toBeNull()
    expect(isOver({}, one), one).toBe(true)
  }
  expect(readRound('i.0')).toEqual({ item: 'i', times: 0, anonymous: false })
  expect(readRound('a_B-9.123456a')).toEqual({ item: 'a_B-9', times: 123_456, anonymous: true })
  expect(isOver({}, 'i.0')).toBe(false)
  expect([roundKey({ item: 'i', anonymous: false }), roundKey({ item: 'i', anonymous: true })]).toEqual(['i', 'i.a'])
})

test('a document that holds no private notes is not taken for one', () => {
  expect(draftId('b', 'i.2a', 'ann')).toBe('b.draft.i.2a.ann')
  expect(draftsOf('b')).toBe('b.draft.')
  const wrong = [
    'b',
    'b.draft',
    'b.draft.',
    'b.draft.i.0',
    'b.draft.i.0.',
    '.draft.i.0.ann',
    'b.draft.i.x.ann',
    'b.drafts.i.0.ann',
  ]
  for (const one of [...wrong, 'b.draft.i.0.ann.more', ' b.draft.i.0.ann']) expect(readDraftId(one), one).toBeNull()
})

test('of a draft the notes that say something come, as they were written', () => {
  const { board } = buildWall({
    notes: { first: null, empty: [null, { text: ' \n ' }], second: null, none: [null, { text: '' }] },
  })
  expect(written(board).map(({ id }) => id)).toEqual(['first', 'second'])
  const other = buildWall({ notes: { late: [null, { z: 'a2' }], early: [null, { z: 'a1' }] } })
  expect(written(other.board).map(({ id }) => id)).toEqual(['early', 'late'])
})
