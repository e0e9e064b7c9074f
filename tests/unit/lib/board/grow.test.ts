import { expect, test } from 'vitest'
import { addLinkedNote } from '#lib/board/commands/flow.ts'
import { addNotes } from '#lib/board/commands/notes.ts'
import type { Side } from '#lib/geometry/route.ts'
import { buildWall } from '#tests/drivers/wall.ts'

/** Three lanes of 240 px from y = 0 down, one step in the middle one, and a way to grow more. */
function wall() {
  const { board, writer } = buildWall({
    lanes: { guest: 'customer', waiter: 'front-stage', bar: 'back-stage' },
    notes: {},
    links: [],
  })
  const [start] = addNotes(writer, board, [{ kind: 'step', x: 400, y: 280 }])
  const grow = (side: Side, from = start ?? '') => {
    const id = addLinkedNote(writer, board, from, { side })
    const note = id === null ? undefined : board.notes.get(id)
    if (!note) throw new Error('nothing grew')
    return note
  }
  return { grow }
}

test('a step grown below lies in the lane below, in the same row, never across the border', () => {
  const { grow } = wall()
  expect(grow('bottom')).toMatchObject({ lane: 'bar', x: 400, y: 520 })
  expect(grow('top')).toMatchObject({ lane: 'guest', x: 400, y: 40 })
})

test('where the place in the next lane is taken the step stands beside it', () => {
  const { grow } = wall()
  const first = grow('bottom')
  expect(grow('bottom')).toMatchObject({ lane: 'bar', x: first.x + 224, y: first.y })
})

test('below the last lane is open paper; above the customer is nothing, so the step stands on the right', () => {
  const { grow } = wall()
  const below = grow('bottom')
  expect(grow('bottom', below.id)).toMatchObject({ lane: null, x: 400, y: 776 })
  const above = grow('top')
  expect(grow('top', above.id)).toMatchObject({ lane: 'guest', x: above.x + 224, y: above.y })
})
