import { expect, test } from 'vitest'
import { notesOf, putOnWall } from '#lib/board/commands/pad.ts'
import { intersects } from '#lib/geometry/box.ts'
import { wallOf } from '#tests/drivers/boards.ts'

const wall = () =>
  wallOf({
    lanes: [
      { id: 'guest', name: 'Guest', actor: 'customer', height: 200 },
      { id: 'waiter', name: 'Waiter', actor: 'front-stage', height: 200 },
    ],
    notes: [{ id: 'a', kind: 'step', text: 'Takes the order', x: 40, y: 240 }],
  })

test('what is written on the pad goes behind what is in its lane, or onto open paper, and covers nothing', () => {
  const { writer, board } = wall()
  const lane = board.notes.get('a')?.lane ?? null
  expect(lane).not.toBeNull()
  const [first = ''] = putOnWall(writer, board, { kind: 'step', texts: ['Serves'], lane, near: null })
  expect(board.notes.get(first)).toMatchObject({ lane, text: 'Serves' })
  expect(board.notes.get(first)?.x).toBeGreaterThan((board.notes.get('a')?.x ?? 0) + 100)
  putOnWall(writer, board, { kind: 'idea', texts: ['A second till', 'A menu'], lane: null, near: null })
  const notes = [...board.notes.values()]
  expect(notes.filter(note => note.lane === null)).toHaveLength(2)
  for (const [at, one] of notes.entries())
    for (const other of notes.slice(at + 1)) expect(intersects(one, other)).toBe(false)
  expect(notesOf(board, () => true).at(-1)?.text).toBe('A menu')
  expect(notesOf(board, () => false)).toEqual([])
})
