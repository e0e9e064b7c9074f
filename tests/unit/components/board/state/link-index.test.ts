import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import type { BoardState } from '#components/board/state/board-state.ts'
import { LinkIndex } from '#components/board/state/link-index.ts'
import { many } from '#components/board/state/spatial-index.ts'
import { addLink } from '#lib/board/commands/links.ts'
import { deleteNotes, moveNotes } from '#lib/board/commands/notes.ts'
import { setFields } from '#lib/board/commands/writer.ts'
import { runsBehind } from '#lib/geometry/route-around.ts'
import { routesOf } from '#lib/geometry/routes.ts'
import { boardOf } from '#tests/drivers/board-state.ts'

const place = (x: number, y: number) => [null, { pos: [x, y] }] as [null, { pos: number[] }]

/** Ways that were put off are found for links in sight. */
const lookedAt = (board: BoardState) =>
  vi.waitFor(() => {
    board.links.want(['a-b'])
    expect(board.links.route('a-b')?.points).toHaveLength(2)
  })

test('a note put into the way of a link leads it around, and back when it goes', async () => {
  const board = boardOf({ notes: { a: place(0, 0), b: place(600, 0), c: place(300, 600) }, links: ['a>b'] })
  const route = () => board.links.route('a-b')?.points ?? []
  const straight = route()
  moveNotes(board.writer, board.model, new Map([['c', { x: 300, y: 10 }]]))
  const note = board.model.notes.get('c')
  expect(note && runsBehind(route(), [note])).toBe(false)
  expect(route()).not.toEqual(straight)
  moveNotes(board.writer, board.model, new Map([['c', { x: 300, y: 600 }]]))
  await lookedAt(board)
  expect(route()).toEqual(straight)
})

test('writing in a note leads no link elsewhere, and a note taken off the wall is in nobody’s way', async () => {
  const board = boardOf({ notes: { a: place(0, 0), b: place(600, 0), c: place(300, 10) }, links: ['a>b'] })
  const before = board.links.route('a-b')
  setFields(board.writer, 'notes', 'c', { colour: 'mint' })
  expect(board.links.route('a-b')).toBe(before)
  setFields(board.writer, 'notes', 'c', { deleted: true })
  await lookedAt(board)
  expect(board.links.route('a-b')?.points).toHaveLength(2)
})

test('a whole wall that moves at once is read anew once, and every note and link is found where it is', () => {
  const ids = Array.from({ length: many + 1 }, (_, at) => `n${at}`)
  const board = boardOf({
    notes: Object.fromEntries(ids.map((id, at) => [id, place(at * 300, 0)])),
    links: ['n0>n1'],
  })
  const told = vi.fn()
  board.links.subscribe(told)
  moveNotes(board.writer, board.model, new Map(ids.map((id, at) => [id, { x: at * 300, y: 5000 }])))
  expect(told).toHaveBeenCalledOnce()
  expect(board.index.within({ x: 0, y: 0, w: 1e6, h: 1000 })).toEqual([])
  expect(board.index.within({ x: 0, y: 4900, w: 1e6, h: 1000 })).toHaveLength(ids.length)
  expect(board.links.route('n0-n1')?.points.every(({ y }) => y > 4900)).toBe(true)
})

test.each([
  ['at once', undefined],
  ['little by little', 0],
])(
  'whatever was moved, linked and taken away before, a wall has %s the routes that its notes and links give',
  async (_how, few) => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(11), fc.nat(7), fc.nat(5), fc.nat(11)), { maxLength: 12 }),
        async steps => {
          const ids = Array.from({ length: 12 }, (_, at) => `n${at}`)
          const board = boardOf({
            notes: Object.fromEntries(ids.map((id, at) => [id, place((at % 4) * 260, Math.floor(at / 4) * 170)])),
            links: ['n0>n1', 'n1>n2', 'n1>n6', 'n2>n0', 'n4>n7', 'n9>n3', 'n8>n5'],
          })
          const links = new LinkIndex(board.model, board.index, few)
          for (const [note, column, row, other] of steps) {
            moveNotes(board.writer, board.model, new Map([[`n${note}`, { x: column * 130, y: row * 90 }]]))
            if (other % 3 === 0) addLink(board.writer, board.model, `n${note}`, `n${other}`)
            if (other % 5 === 1) deleteNotes(board.writer, board.model, new Set([`n${other}`]))
          }
          const fresh = routesOf(board.model.notes, board.model.links.values())
          await vi.waitFor(
            () => {
              expect([...links.ids].sort()).toEqual([...fresh.keys()].sort())
              for (const [id, route] of fresh) expect(links.route(id), id).toEqual(route)
            },
            { timeout: 60_000, interval: 20 },
          )
          links.destroy()
          board.destroy()
        },
      ),
      { seed: 3, numRuns: 12 },
    )
  },
  300_000,
)
