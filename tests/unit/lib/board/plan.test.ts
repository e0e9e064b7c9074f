import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { addLane } from '#lib/board/commands/lanes.ts'
import { addLink } from '#lib/board/commands/links.ts'
import { addNotes, setNotes } from '#lib/board/commands/notes.ts'
import { BoardModel, readBoard } from '#lib/board/model.ts'
import { boardPlan, planOf, writePlan } from '#lib/board/plan.ts'

function wall(prefix = 'e') {
  const doc = new Y.Doc()
  let count = 0
  const writer = { doc, newId: () => `${prefix}${count++}` }
  return { doc, writer, board: new BoardModel(doc) }
}

function filled() {
  const one = wall()
  addLane(one.writer, one.board, { name: 'Guest', actor: 'customer' })
  addLane(one.writer, one.board, { name: 'Waiter', actor: 'front-stage' })
  const [a = '', b = ''] = addNotes(one.writer, one.board, [
    { kind: 'step', text: 'Orders a double espresso', x: 40, y: 60 },
    { kind: 'decision', text: 'What is a “double”?', x: 300, y: 300, w: 200, h: 140 },
  ])
  addLink(one.writer, one.board, a, b, { text: 'then' })
  setNotes(one.writer, 'note.judge', [b], { verdict: 'eliminate', crown: { cost: { way: 'down' } }, locked: true })
  return one
}

test('a board written from its plan has the same plan', () => {
  const plan = planOf(filled().board)
  const copy = wall()
  writePlan(copy.writer, copy.board, plan, { freshIds: false })
  expect(planOf(readBoard(copy.doc))).toEqual(plan)
})

test('written with fresh ids, links and lanes still belong together', () => {
  const plan = planOf(filled().board)
  const copy = wall('fresh')
  writePlan(copy.writer, copy.board, plan, { freshIds: true })
  const [link] = copy.board.links.values()
  const [from, to] = [copy.board.notes.get(link?.from ?? ''), copy.board.notes.get(link?.to ?? '')]
  expect([from?.text, to?.text]).toEqual(['Orders a double espresso', 'What is a “double”?'])
  expect(copy.board.lanes.find(lane => lane.id === to?.lane)?.name).toBe('Waiter')
})

test('a plan with a field that the schema does not know is refused whole', () => {
  const plan = { notes: [{ id: 'a', kind: 'step', x: 0, y: 0, onclick: 'alert(1)' }] }
  expect(boardPlan.safeParse(plan).success).toBe(false)
})
