import { expect, test } from 'vitest'
import { clipboardOf, copyFragment, fragmentFromHtml, pasteAt, tooManyPasted } from '#lib/board/clipboard.ts'
import { fragmentLimit } from '#lib/board/fragment.ts'
import { readCells } from '#lib/import/cells.ts'
import { emptyWall, wallOf } from '#tests/drivers/boards.ts'

const everything = () => true
const here = { mayAddLanes: true, fromElsewhere: false }
const lanes = [
  { id: 'guest', name: 'Guest', actor: 'customer' as const, height: 240 },
  { id: 'waiter', name: 'Waiter', actor: 'front-stage' as const, height: 240 },
  { id: 'barista', name: 'Barista', actor: 'back-stage' as const, height: 240 },
]
const coffee = () =>
  wallOf({
    lanes,
    groups: [{ id: 'g', name: '' }],
    notes: [
      { id: 'orders', kind: 'step', text: 'Orders a "double"', x: 0, y: 40, lane: 'guest', group: 'g' },
      { id: 'takes', kind: 'step', text: 'Takes the order', x: 220, y: 290, lane: 'waiter', group: 'g', locked: true },
      { id: 'brings', kind: 'pain', text: '=1+1', x: 440, y: 290, lane: 'waiter', colour: 'mint' },
    ],
    links: [
      { id: 'a', from: 'orders', to: 'takes', text: 'asks' },
      { id: 'b', from: 'takes', to: 'brings' },
    ],
  })
const carry = (wall: ReturnType<typeof coffee>, ids: string[]) => {
  const carried = clipboardOf('coffee', copyFragment(wall.board, new Set(ids), everything))
  const fragment = fragmentFromHtml(`<meta charset='utf-8'>${carried.html}`)
  if (!fragment) throw new Error('nothing of ours on the clipboard')
  return { ...carried, plan: fragment.plan }
}

test('other programs get cells in the rows and columns that the notes lie in, and give them back', () => {
  const { text, html } = carry(coffee(), ['orders', 'takes', 'brings'])
  expect(readCells(text)).toEqual([
    ['Orders a "double"', '', ''],
    ['', 'Takes the order', '=1+1'],
  ])
  expect(text, 'no spreadsheet runs it').toContain("'=1+1")
  expect(html).toContain('<td>Takes the order</td>')
})

test('a paste has fresh ids, links and groups among its notes, and lies with its middle at the pointer', () => {
  const wall = coffee()
  const { plan } = carry(wall, ['orders', 'takes'])
  const ids = pasteAt(wall.writer, wall.board, plan, { x: 1000, y: 240 }, here)
  const [first, second] = ids.map(id => wall.board.notes.get(id))
  expect(ids.some(id => ['orders', 'takes'].includes(id))).toBe(false)
  expect(first).toMatchObject({ text: 'Orders a "double"', lane: 'guest', y: 59 })
  expect(second).toMatchObject({ text: 'Takes the order', lane: 'waiter', locked: false })
  expect(((first?.x ?? 0) + (second?.x ?? 0) + 168) / 2).toBe(1000)
  expect(first?.group).toBe(second?.group)
  expect(first?.group).not.toBe('g')
  const link = [...wall.board.links.values()].find(one => one.from === ids[0])
  expect(link).toMatchObject({ to: ids[1], text: 'asks' })
  const again = pasteAt(wall.writer, wall.board, plan, { x: 1000, y: 240 }, here)
  expect(wall.board.notes.get(again[0] ?? '')?.x, 'beside, not on top').toBe((first?.x ?? 0) + 24)
})

test('on another board notes of several lanes go into the lanes of the same names, and missing lanes are added', () => {
  const { plan } = carry(coffee(), ['orders', 'takes', 'brings'])
  const other = wallOf({
    lanes: [
      { id: 'guest', name: 'Host', actor: 'back-stage', height: 300 },
      { id: 'w', name: ' waiter', actor: 'front-stage', height: 200 },
    ],
  })
  const ids = pasteAt(other.writer, other.board, plan, { x: 500, y: 100 }, { mayAddLanes: true, fromElsewhere: true })
  expect(other.board.lanes.map(lane => lane.name)).toEqual(['Guest', 'Host', ' waiter'])
  const lane = (id: string | undefined) =>
    other.board.lanes.find(one => one.id === other.board.notes.get(id ?? '')?.lane)?.name
  expect(ids.map(lane)).toEqual(['Guest', ' waiter', ' waiter'])
})

test('where lanes may not be added the notes keep their places to each other', () => {
  const { plan } = carry(coffee(), ['orders', 'takes'])
  const other = emptyWall()
  const [a = '', b = ''] = pasteAt(
    other.writer,
    other.board,
    plan,
    { x: 0, y: 0 },
    { mayAddLanes: false, fromElsewhere: true },
  )
  expect(other.board.lanes).toEqual([])
  expect((other.board.notes.get(b)?.y ?? 0) - (other.board.notes.get(a)?.y ?? 0)).toBe(250)
})

test('a damaged fragment is nothing of ours, and one too large is refused with a sentence', () => {
  for (const html of [
    '',
    '<p>hello</p>',
    '<table data-brownpaper="%7B">',
    '<table data-brownpaper="%7B%22plan%22%3A1%7D">',
  ])
    expect(fragmentFromHtml(html)).toBeNull()
  const notes = Array.from({ length: fragmentLimit + 1 }, (_, n) => ({
    id: `n${n}`,
    kind: 'step' as const,
    x: n,
    y: 0,
  }))
  const wall = wallOf({ notes })
  const { plan } = carry(
    wall,
    notes.map(note => note.id),
  )
  expect(tooManyPasted(plan)).toMatch(/^These are 1,001 notes; up to 1,000 .* Nothing was added\.$/)
})
