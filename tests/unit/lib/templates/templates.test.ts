import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { readBoard } from '#lib/board/model.ts'
import type { BoardSnapshot, Note } from '#lib/board/snapshot.ts'
import { isFlow } from '#lib/notes/kinds/index.ts'
import { coffee } from '#lib/templates/coffee.ts'
import { templateOf, templates } from '#lib/templates/index.ts'
import { writeTemplate } from '#lib/templates/write.ts'

function written(id: string): { board: BoardSnapshot; doc: Y.Doc } {
  const template = templateOf(id)
  if (!template) throw new Error(`no template ${id}`)
  const doc = new Y.Doc()
  let next = 0
  writeTemplate({ doc, newId: () => `n${next++}` }, template)
  return { board: readBoard(doc), doc }
}

const overlap = (a: Note, b: Note) => a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h

/** The convention of the counts, written a second time and apart from lib/method. */
function pointsOfFailure(board: BoardSnapshot, version: 'as-is' | 'to-be') {
  const gone = (id: string) => version === 'to-be' && board.notes.get(id)?.verdict === 'eliminate'
  const here = (entity: { version: string }) => entity.version === 'both' || entity.version === version
  const notes = [...board.notes.values()].filter(note => here(note) && !gone(note.id))
  const links = [...board.links.values()].filter(link => here(link) && !gone(link.from) && !gone(link.to))
  const customers = new Set(board.lanes.filter(lane => lane.actor === 'customer').map(lane => lane.id))
  const counts = { mot: 0, bp: 0, br: 0 }
  for (const link of links) {
    const ends = [board.notes.get(link.from)?.lane ?? '', board.notes.get(link.to)?.lane ?? '']
    if (ends[0] !== ends[1]) counts[ends.some(lane => customers.has(lane)) ? 'mot' : 'bp'] += 1
  }
  for (const note of notes)
    if (note.kind === 'decision' || links.filter(link => link.from === note.id).length > 1) counts.br += 1
  return counts
}

test.each(templates.map(t => t.id))('%s is written whole: every field reads back and nothing is damaged', id => {
  const { board } = written(id)
  const plan = templateOf(id)?.plan
  expect(board.damaged).toBe(0)
  expect(board.notes.size).toBe(plan?.notes.length)
  expect(board.links.size).toBe(plan?.links.length)
  expect(board.outcomes[0]?.id).toBe('main')
})

test.each(templates.map(t => t.id))('on %s no note covers another, and each lies in the lane it belongs to', id => {
  const { board } = written(id)
  const notes = [...board.notes.values()]
  for (const [index, note] of notes.entries()) {
    const lane = board.lanes.find(l => l.id === note.lane)
    expect(lane && note.y >= lane.top && note.y + note.h <= lane.top + lane.height, note.text).toBe(true)
    for (const other of notes.slice(index + 1)) expect(overlap(note, other), `${note.text} / ${other.text}`).toBe(false)
  }
})

test.each(templates.map(t => t.id))('on %s the customer is on top, and every link joins two notes of the flow', id => {
  const { board } = written(id)
  expect(board.lanes[0]?.actor).toBe('customer')
  for (const link of board.links.values())
    for (const end of [link.from, link.to]) expect(isFlow(board.notes.get(end)?.kind ?? ''), link.id).toBe(true)
})

test('the coffee board has 2 Moments of Truth, 2 Break Points and 1 Business Rule as it is, and 2 to be', () => {
  const { board } = written('coffee')
  expect(pointsOfFailure(board, 'as-is')).toEqual({ mot: 2, bp: 2, br: 1 })
  expect(pointsOfFailure(board, 'to-be')).toEqual({ mot: 2, bp: 0, br: 0 })
})

test('on the coffee board every point of failure is confirmed and has a verdict with an owner', () => {
  const { board } = written('coffee')
  const points = [...board.notes.values(), ...board.links.values()].filter(one => one.mark && one.version !== 'to-be')
  expect(points).toHaveLength(5)
  for (const point of points) expect(point.verdict && point.verdictOwner && point.crown, point.id).toBeTruthy()
})

test('the coffee board’s promise and outcome are filled in to the last question', () => {
  for (const answer of Object.values(coffee.plan.outcomes[0] ?? {})) expect(answer).not.toBe('')
})
