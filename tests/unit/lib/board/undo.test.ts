import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { addComment } from '#lib/board/commands/comments.ts'
import { addLink } from '#lib/board/commands/links.ts'
import { addNotes, deleteNotes, moveNotes } from '#lib/board/commands/notes.ts'
import { setFields, textOf, type Writer } from '#lib/board/commands/writer.ts'
import { BoardModel } from '#lib/board/model.ts'
import { TypingOrigin } from '#lib/board/origin.ts'
import { BoardUndo } from '#lib/board/undo.ts'

function wall() {
  const doc = new Y.Doc()
  let count = 0
  const writer: Writer = { doc, newId: () => `n${count++}` }
  return { doc, writer, board: new BoardModel(doc), undo: new BoardUndo(doc) }
}

test('undoing an added note takes it off the wall, redo puts the same note back', () => {
  const { writer, board, undo } = wall()
  const [id = ''] = addNotes(writer, board, [{ kind: 'step', text: 'Order', x: 10, y: 10 }])
  undo.undo()
  expect(board.notes.has(id)).toBe(false)
  undo.redo()
  expect(board.notes.get(id)?.text).toBe('Order')
})

test('undo leaves alone what somebody else has changed since', () => {
  const { doc, writer, board, undo } = wall()
  const [id = ''] = addNotes(writer, board, [{ kind: 'step', x: 0, y: 0 }])
  moveNotes(writer, board, new Map([[id, { x: 50, y: 50 }]]))
  const other = new Y.Doc()
  Y.applyUpdate(other, Y.encodeStateAsUpdate(doc))
  moveNotes({ doc: other, newId: () => 'x' }, new BoardModel(other), new Map([[id, { x: 99, y: 99 }]]))
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(other))
  undo.undo()
  expect(board.notes.get(id)).toMatchObject({ x: 99, y: 99 })
})

test('what others have since written, linked or said on an added note keeps it on the wall; moving it does not', () => {
  for (const [does, stays] of [
    ['writes', true],
    ['links', true],
    ['comments', true],
    ['judges', true],
    ['moves', false],
    ['nothing', false],
  ] as const) {
    const { doc, writer, board, undo } = wall()
    const [first = ''] = addNotes(writer, board, [{ kind: 'step', text: 'First', x: 0, y: 0 }])
    const [id = ''] = addNotes(writer, board, [{ kind: 'step', x: 300, y: 0 }])
    const other = new Y.Doc()
    Y.applyUpdate(other, Y.encodeStateAsUpdate(doc))
    let count = 0
    const theirs: Writer = { doc: other, newId: () => `b${count++}` }
    if (does === 'writes') textOf(other, 'notes', id)?.insert(0, 'Three sentences of somebody else')
    if (does === 'links') addLink(theirs, new BoardModel(other), first, id)
    if (does === 'comments') addComment(theirs, { on: id, parent: null, text: 'Why?', mentions: [], at: 1 })
    if (does === 'judges') other.transact(() => setFields(theirs, 'notes', id, { waiting: 5 }))
    if (does === 'moves') moveNotes(theirs, new BoardModel(other), new Map([[id, { x: 99, y: 99 }]]))
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(other), 'remote')
    expect([does, undo.undo().keeps]).toEqual([does, stays])
    expect([does, board.notes.has(id)]).toEqual([does, stays])
    expect(undo.undo().keeps).toBe(does === 'links')
    expect(board.notes.has(first)).toBe(does === 'links')
  }
})

test('typing is undone among moves in the order in which it happened, and keeps what others typed', () => {
  const { doc, writer, board, undo } = wall()
  const [id = ''] = addNotes(writer, board, [{ kind: 'step', x: 0, y: 0 }])
  const text = textOf(doc, 'notes', id)
  if (!text) throw new Error('no text')
  undo.includeText(text)
  doc.transact(() => text.insert(0, 'mine'), new TypingOrigin())
  doc.transact(() => text.insert(4, ' theirs'), 'remote')
  moveNotes(writer, board, new Map([[id, { x: 5, y: 5 }]]))
  undo.undo()
  expect(board.notes.get(id)).toMatchObject({ x: 0, text: 'mine theirs' })
  undo.undo()
  expect(text.toString()).toBe(' theirs')
  undo.redo()
  expect(text.toString()).toBe('mine theirs')
})

test('deleting a note takes its links along, and undo brings both back', () => {
  const { writer, board, undo } = wall()
  const [a = '', b = ''] = addNotes(writer, board, [
    { kind: 'step', x: 0, y: 0 },
    { kind: 'step', x: 300, y: 0 },
  ])
  writer.doc.transact(() => undefined)
  deleteNotes(writer, board, new Set([a, b]))
  expect(board.notes.size).toBe(0)
  undo.undo()
  expect(board.notes.size).toBe(2)
})
