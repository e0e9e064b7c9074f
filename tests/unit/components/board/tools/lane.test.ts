import { describe, expect, test } from 'vitest'
import { addLaneUnder } from '#components/board/tools/lane.ts'
import { boardOf } from '#tests/drivers/board-state.ts'
import { Gestures, placeOf, selected } from '#tests/drivers/gestures.ts'
import type { WallPlan } from '#tests/drivers/wall.ts'

/** Lanes of 240 px: customer from 0, desk from 240, kitchen from 480. */
const plan: WallPlan = {
  lanes: { customer: 'customer', desk: 'front-stage', kitchen: 'back-stage' },
  notes: { a: 'desk', b: 'kitchen' },
}
const hand = (who: Parameters<typeof boardOf>[1] = {}, wall = plan) => {
  const board = boardOf(wall, who)
  return { board, on: new Gestures(board) }
}
const order = (board: ReturnType<typeof boardOf>) => board.model.lanes.map(lane => lane.id)
const refusal = 'You are watching this session: observers change nothing.'

describe('with the lane tool', () => {
  test('a press adds a lane under the one that is there, open for its name, and puts the tool away', () => {
    const { board, on } = hand()
    on.pick({ id: 'lane' }).press(300, 300)
    const [made = ''] = selected(board)
    expect(order(board)).toEqual(['customer', 'desk', made, 'kitchen'])
    expect(board.model.lanes[2]).toMatchObject({ name: '', actor: 'front-stage' })
    expect(board.editing.get()).toEqual({ root: 'lanes', id: made, start: 'all' })
    expect(board.tool.get()).toEqual({ id: 'select' })
  })

  test('below all lanes it adds one at the bottom, of the kind of the last', () => {
    const { board, on } = hand()
    on.pick({ id: 'lane' }).press(300, 2000)
    expect(board.model.lanes.at(-1)).toMatchObject({ id: selected(board)[0], actor: 'back-stage' })
  })

  test('the first lane is the customer’s, and the one under it those who serve', () => {
    const { board, on } = hand({}, { notes: {} })
    on.pick({ id: 'lane' }).press(300, 300)
    expect(board.model.lanes).toMatchObject([{ name: 'Customer', actor: 'customer' }])
    on.pick({ id: 'lane' }).press(300, 10)
    expect(board.model.lanes.at(-1)).toMatchObject({ name: '', actor: 'front-stage' })
  })

  test('a lane is added under one that is named, or at the bottom', () => {
    const { board } = hand()
    const second = addLaneUnder(board, 'customer')
    const last = addLaneUnder(board, null)
    expect(order(board)).toEqual(['customer', second, 'desk', 'kitchen', last])
  })

  test('Escape during the press adds none; nothing follows the pointer meanwhile', () => {
    const { board, on } = hand()
    on.pick({ id: 'lane' }).pointerDown(300, 300).pointerMove(300, 400)
    on.escape()
    expect([order(board).length, board.tool.get().id, on.cursor(0, 0)]).toEqual([3, 'lane', 'copy'])
  })

  test('who may not add lanes is told so', () => {
    const { board, on } = hand({ role: 'observer' })
    on.pick({ id: 'lane' }).press(300, 300)
    expect([order(board).length, board.said]).toEqual([3, [refusal]])
  })
})

describe('a lane’s heading', () => {
  const heading = { on: { type: 'lane-heading', id: 'kitchen' } } as const

  test('is pressed to select the lane', () => {
    const { board, on } = hand()
    on.press(10, 500, heading)
    expect(selected(board)).toEqual(['kitchen'])
    on.pointerDown(10, 500, heading).pointerMove(12, 502).pointerUp()
    expect(order(board)).toEqual(['customer', 'desk', 'kitchen'])
  })

  test('is dragged to put the lane before another; its notes come along', () => {
    const { board, on } = hand()
    on.pointerDown(10, 500, heading).pointerMove(10, 300)
    expect(board.gesture.get().lane).toEqual({ id: 'kitchen', shift: -200, to: 240 })
    expect(order(board)).toEqual(['customer', 'desk', 'kitchen'])
    on.pointerUp()
    expect(order(board)).toEqual(['customer', 'kitchen', 'desk'])
    expect([placeOf(board, 'a'), placeOf(board, 'b')]).toEqual([
      [0, 520],
      [200, 280],
    ])
    expect([selected(board), board.gesture.get()]).toEqual([['kitchen'], {}])
  })

  test('dragged below all others puts it last, shown at the lower edge', () => {
    const { board, on } = hand()
    const desk = { on: { type: 'lane-heading', id: 'desk' } } as const
    on.pointerDown(10, 260, desk).pointerMove(10, 900)
    expect(board.gesture.get().lane).toEqual({ id: 'desk', shift: 640, to: 720 })
    on.pointerUp()
    expect(order(board)).toEqual(['customer', 'kitchen', 'desk'])
  })

  test('changes its place where the pointer passes the middle of another', () => {
    const { board, on } = hand()
    on.pointerDown(10, 500, heading).pointerMove(10, 361)
    expect(board.gesture.get().lane?.to).toBe(480)
    on.pointerMove(10, 359)
    expect(board.gesture.get().lane?.to).toBe(240)
    on.escape()
    expect([order(board), board.gesture.get()]).toEqual([['customer', 'desk', 'kitchen'], {}])
  })

  test('stays for those who may not, who are told once and still select it', () => {
    const { board, on } = hand({ role: 'observer' })
    on.drag([10, 500], [10, 300], heading)
    expect([order(board), board.said, selected(board)]).toEqual([
      ['customer', 'desk', 'kitchen'],
      [refusal],
      ['kitchen'],
    ])
    expect(board.gesture.get()).toEqual({})
  })
})

describe('a lane’s lower edge', () => {
  const edge = { on: { type: 'lane-edge', id: 'desk' } } as const
  const height = (board: ReturnType<typeof boardOf>) => board.model.lanes.find(lane => lane.id === 'desk')?.height

  test('is dragged to make the lane higher or lower', () => {
    const { board, on } = hand()
    on.pointerDown(10, 480, edge).pointerMove(10, 530.4)
    expect([board.gesture.get().laneHeight, height(board)]).toEqual([{ id: 'desk', height: 290 }, 240])
    on.pointerUp()
    expect([height(board), board.gesture.get()]).toEqual([290, {}])
  })

  test('keeps a lane within 120 and 4,000 px', () => {
    const { board, on } = hand()
    on.drag([10, 480], [10, 10], edge)
    expect(height(board)).toBe(120)
    on.drag([10, 360], [10, 9000], edge)
    expect(height(board)).toBe(4000)
  })

  test('stays with Escape, and for those who may not', () => {
    const { board, on } = hand()
    on.pointerDown(10, 480, edge).pointerMove(10, 600)
    on.escape()
    expect([height(board), board.gesture.get()]).toEqual([240, {}])
    const watching = hand({ role: 'observer' })
    watching.on.drag([10, 480], [10, 600], edge)
    expect([height(watching.board), watching.board.said]).toEqual([240, [refusal]])
    on.drag([10, 480], [10, 600], { on: { type: 'lane-edge', id: 'gone' } })
    expect([height(board), board.said]).toEqual([240, []])
  })
})
