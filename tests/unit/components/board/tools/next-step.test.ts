import { describe, expect, test } from 'vitest'
import { pasteCarried } from '#components/board/actions/clipboard.ts'
import type { BoardState } from '#components/board/state/board-state.ts'
import { leaveStep, nextStepGhost, writeBefore, writeNext } from '#components/board/tools/next-step.ts'
import { freeWork } from '#lib/access/rights.ts'
import { textOf } from '#lib/board/commands/writer.ts'
import { boardOf } from '#tests/drivers/board-state.ts'
import type { WallPlan } from '#tests/drivers/wall.ts'

const plan: WallPlan = {
  lanes: { desk: 'front-stage', office: 'back-stage' },
  notes: { a: 'desk', b: ['desk', { pos: [224, 40, 'desk'] }], pain: ['office', { kind: 'pain' }] },
  links: ['a>b'],
}
const written = (board: BoardState) => board.editing.get()?.id ?? ''
const links = (board: BoardState) => [...board.model.links.values()].map(({ from, to }) => `${from}>${to}`)

describe('going on from a step', () => {
  test('writes in the one that follows, and beside the last grows a linked one in its lane', () => {
    const board = boardOf(plan)
    writeNext(board, 'a')
    expect(written(board)).toBe('b')
    writeNext(board, 'b')
    const made = board.model.notes.get(written(board))
    expect(made).toMatchObject({ kind: 'step', x: 448, y: 40, lane: 'desk', text: '' })
    expect(links(board)).toEqual(['a>b', `b>${made?.id}`])
    expect(writeBefore(board, made?.id ?? '')).toBe(true)
    expect(written(board)).toBe('b')
    writeBefore(board, 'b')
    expect(writeBefore(board, 'a')).toBe(false)
    expect([written(board), board.said.at(-1)]).toEqual(['a', 'No step comes before.'])
  })

  test('never makes a step without a link', () => {
    const board = boardOf(plan, { role: 'contributor', rights: { ...freeWork, link: false } })
    writeNext(board, 'b')
    expect([board.model.notes.size, links(board)]).toEqual([3, ['a>b']])
    expect(board.said).toHaveLength(1)
  })

  test('beside a remark puts another one, which leads nowhere', () => {
    const board = boardOf(plan)
    writeNext(board, 'pain')
    expect(board.model.notes.get(written(board))).toMatchObject({ kind: 'pain', lane: 'office' })
    expect(links(board)).toEqual(['a>b'])
  })

  test('leaves nothing behind where no word was written, and undo takes back what was', () => {
    const board = boardOf(plan)
    writeNext(board, 'b')
    leaveStep(board, written(board))
    expect([board.model.notes.size, links(board), [...board.selection.get().notes]]).toEqual([3, ['a>b'], ['b']])
    writeNext(board, 'b')
    const made = written(board)
    textOf(board.doc, 'notes', made)?.insert(0, 'Pays')
    leaveStep(board, made)
    expect(board.model.notes.get(made)?.text).toBe('Pays')
  })
})

test('the next step is shown where it would be, until five links are made', () => {
  const board = boardOf(plan)
  expect(nextStepGhost(board, 'b')).toEqual({ x: 448, y: 40, w: 168, h: 112 })
  expect(nextStepGhost(board, 'a'), 'a step follows').toBeNull()
  expect(nextStepGhost(board, 'pain'), 'a remark leads nowhere').toBeNull()
  for (let at = 0; at < 4; at++) writeNext(board, written(board) || 'b')
  expect(links(board)).toHaveLength(5)
  expect(nextStepGhost(board, written(board))).toBeNull()
})

describe('lines pasted into a lane', () => {
  const lines = (count: number) => Array.from({ length: count }, (_, at) => `Step ${at + 1}`).join('\n')
  const paste = async (count: number, at: { x: number; y: number }) => {
    const board = boardOf(plan)
    await pasteCarried(board, { text: lines(count), html: '' }, at)
    return { board, made: [...board.selection.get().notes].flatMap(id => board.model.notes.get(id) ?? []) }
  }

  test('are its steps in one row inside it, beside what is there', async () => {
    for (const y of [1, 120, 239]) {
      const { made } = await paste(12, { x: 100, y })
      expect(made.map(({ text }) => text)).toEqual(lines(12).split('\n'))
      for (const note of made) expect(note).toMatchObject({ kind: 'step', lane: 'desk', y: made[0]?.y })
      const [first] = made
      expect(first && first.y >= 0 && first.y + first.h <= 240).toBe(true)
      expect(made.every((note, at) => at === 0 || note.x > (made[at - 1]?.x ?? 0) + note.w)).toBe(true)
      expect((first?.x ?? 0) > 224 + 168 || (first?.y ?? 0) >= 152).toBe(true)
    }
  })

  test('come with one offer, to link them in order', async () => {
    const { board, made } = await paste(4, { x: 100, y: 120 })
    expect(board.offered.map(({ label }) => label)).toEqual(['Link them in order'])
    expect(links(board)).toEqual(['a>b'])
    board.offered[0]?.perform()
    const ids = made.map(({ id }) => id)
    expect(links(board).slice(1)).toEqual([`${ids[0]}>${ids[1]}`, `${ids[1]}>${ids[2]}`, `${ids[2]}>${ids[3]}`])
    board.undo.undo()
    expect(links(board), 'one step takes them back').toEqual(['a>b'])
  })

  test('on open paper are plain notes as before', async () => {
    const { board, made } = await paste(3, { x: 100, y: 900 })
    expect(made.map(({ kind, lane }) => [kind, lane])).toEqual([
      ['plain', null],
      ['plain', null],
      ['plain', null],
    ])
    expect(board.offered).toEqual([])
  })
})
