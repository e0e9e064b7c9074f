import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { addNotes, deleteNotes, setNotes } from '#lib/board/commands/notes.ts'
import { textOf } from '#lib/board/commands/writer.ts'
import { BoardModel } from '#lib/board/model.ts'
import { abilitiesFor, unsavedIn, writeAgain } from '#lib/board/unsaved-diff.ts'
import { emptyWall } from '#tests/drivers/boards.ts'

const replica = (doc: Y.Doc, prefix: string) => {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  let count = 0
  return { doc: copy, board: new BoardModel(copy), writer: { doc: copy, newId: () => `${prefix}${count++}` } }
}

/** A server's board with two notes, and one's own replica of it. */
function pair() {
  const server = emptyWall('s')
  addNotes(server.writer, server.board, [
    { kind: 'step', text: 'Guest orders', x: 0, y: 0 },
    { kind: 'step', text: 'Waiter serves', x: 300, y: 0 },
  ])
  return { server, mine: replica(server.doc, 'm') }
}

test('notes, values, texts and deletions the server never took are found, and nothing else', () => {
  const { server, mine } = pair()
  addNotes(mine.writer, mine.board, [{ kind: 'idea', text: 'A smile', x: 0, y: 200 }])
  setNotes(mine.writer, 'note.colour', ['s0'], { colour: 'red' })
  textOf(mine.doc, 'notes', 's0')?.insert(12, ' a double')
  deleteNotes(mine.writer, mine.board, new Set(['s1']))
  setNotes(server.writer, 'note.colour', ['s1'], { colour: 'blue' })
  const found = new Map(unsavedIn(mine.doc, server.doc).map(one => [one.id, one]))
  expect([...found.keys()].sort()).toEqual(['m0', 's0', 's1'])
  expect(found.get('m0')).toMatchObject({ what: 'added', fields: { kind: 'idea', text: 'A smile' } })
  expect(found.get('s0')).toMatchObject({ what: 'changed', fields: { colour: 'red', text: 'Guest orders a double' } })
  expect(found.get('s1')).toMatchObject({ what: 'removed', fields: { deleted: true } })
})

test('what others wrote meanwhile is not taken for one’s own', () => {
  const { server, mine } = pair()
  addNotes(server.writer, server.board, [{ kind: 'step', text: 'Barista makes it', x: 0, y: 0 }])
  setNotes(server.writer, 'note.colour', ['s0'], { colour: 'blue' })
  expect(unsavedIn(mine.doc, server.doc)).toEqual([])
})

test('a note that was made and taken off again is not worth a word', () => {
  const { server, mine } = pair()
  const [id = ''] = addNotes(mine.writer, mine.board, [{ kind: 'idea', text: 'Never mind', x: 0, y: 0 }])
  deleteNotes(mine.writer, mine.board, new Set([id]))
  expect(unsavedIn(mine.doc, server.doc)).toEqual([])
})

test('trying again writes the same things on the server’s board', () => {
  const { server, mine } = pair()
  addNotes(mine.writer, mine.board, [{ kind: 'idea', text: 'A smile', x: 0, y: 200 }])
  textOf(mine.doc, 'notes', 's0')?.insert(12, ' a double')
  deleteNotes(mine.writer, mine.board, new Set(['s1']))
  const found = unsavedIn(mine.doc, server.doc)
  const fresh = replica(server.doc, 'f')
  for (const one of found) writeAgain(fresh.writer, one)
  expect([...fresh.board.notes.values()].map(note => note.text).sort()).toEqual(['A smile', 'Guest orders a double'])
  expect(unsavedIn(mine.doc, fresh.doc)).toEqual([])
})

test('trying again asks for the abilities of what is written, a verdict’s own too', () => {
  expect(abilitiesFor({ root: 'notes', id: 'a', what: 'added', fields: { kind: 'step', verdict: 'keep' } })).toEqual([
    'note.add',
    'verdict.give',
  ])
  expect(abilitiesFor({ root: 'notes', id: 'a', what: 'removed', fields: { deleted: true } })).toEqual(['note.delete'])
})
