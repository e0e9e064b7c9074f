import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { WaitingChanges } from '#components/collab/waiting-changes.ts'
import { addNotes, setNotes } from '#lib/board/commands/notes.ts'
import { textOf } from '#lib/board/commands/writer.ts'
import { BoardModel } from '#lib/board/model.ts'

function board(before: string[] = []) {
  const doc = new Y.Doc()
  const model = new BoardModel(doc)
  let next = 0
  const writer = { doc, newId: () => `id-${++next}` }
  const waiting = new WaitingChanges(() => {}, before)
  doc.on('afterTransaction', transaction => waiting.wrote(transaction))
  const add = () => addNotes(writer, model, [{ kind: 'step', x: 0, y: 0 }])[0] ?? ''
  return { doc, writer, waiting, add }
}

test('changes are counted in notes, however often one is written', () => {
  const { doc, writer, waiting, add } = board()
  const id = add()
  textOf(doc, 'notes', id)?.insert(0, 'Guest')
  textOf(doc, 'notes', id)?.insert(5, ' orders')
  setNotes(writer, 'note.colour', [id], { colour: 'red' })
  expect(waiting.ids).toEqual([id])
  add()
  expect(waiting.size).toBe(2)
})

test('a saved message settles what was written before it went out, and nothing after', () => {
  const { writer, waiting, add } = board()
  waiting.opened()
  const [first, second] = [add(), add()]
  waiting.sent(true)
  setNotes(writer, 'note.colour', [second], { colour: 'red' })
  waiting.sent(true)
  waiting.saved(1)
  expect(waiting.ids).toEqual([second])
  expect(waiting.ids).not.toContain(first)
  waiting.saved(2)
  expect(waiting.size).toBe(0)
})

test('what was not acknowledged before a connection was lost waits for the next one', () => {
  const { waiting, add } = board()
  waiting.opened()
  add()
  waiting.sent(true)
  waiting.opened()
  waiting.saved(1)
  expect(waiting.size).toBe(1)
  waiting.sent(true)
  waiting.saved(1)
  expect(waiting.size).toBe(0)
})

test('what waited before a reload still waits, until the first message is saved', () => {
  const { waiting, add } = board(['from-before'])
  add()
  expect(waiting.size).toBe(2)
  waiting.opened()
  waiting.sent(true)
  waiting.saved(1)
  expect(waiting.size).toBe(0)
})

test('some of an answer in several messages settles nothing: only the last one carries all', () => {
  const { waiting, add } = board(['from-before'])
  waiting.opened()
  add()
  waiting.sent(false)
  waiting.sent(true)
  waiting.saved(1)
  expect(waiting.size).toBe(2)
  waiting.saved(2)
  expect(waiting.size).toBe(0)
})
