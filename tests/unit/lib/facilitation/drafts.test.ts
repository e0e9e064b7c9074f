import fc from 'fast-check'
import { expect, test } from 'vitest'
import { itemOf } from '#lib/facilitation/agendas.ts'
import { draftId, isOver, readDraftId, readRound, roundId } from '#lib/facilitation/drafts.ts'
import { currentRound, readStage } from '#lib/facilitation/stage.ts'

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
