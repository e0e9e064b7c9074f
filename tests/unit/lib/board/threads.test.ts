import { expect, test } from 'vitest'
import * as Y from 'yjs'
import {
  acceptAnswer,
  addComment,
  resolveThread,
  rewordComment,
  takeBackComment,
} from '#lib/board/commands/comments.ts'
import { addNotes } from '#lib/board/commands/notes.ts'
import { BoardModel, readBoard } from '#lib/board/model.ts'
import { mentionAt, mentionedIn, namesFor, readThreads, withMentions } from '#lib/board/threads.ts'

function wall() {
  let count = 0
  const doc = new Y.Doc()
  const writer = { doc, newId: () => `id${++count}` }
  const model = new BoardModel(doc)
  const [note = ''] = addNotes(writer, model, [{ kind: 'step', text: 'Orders', x: 0, y: 0 }])
  const says = (text: string, at: number, parent: string | null = null) =>
    addComment(writer, { on: note, parent, text, mentions: [], at })
  return { writer, model, note, says, threads: () => readThreads(readBoard(doc)) }
}

test('a thread is a comment with its answers in order; the thread with the newest words comes first', () => {
  const { says, threads, note } = wall()
  const first = says('Why twice?', 10)
  const second = says('And the price?', 20)
  says('Because of the printer', 40, first)
  says('No, habit', 30, first)
  expect(threads().map(({ id }) => id)).toEqual([first, second])
  expect(threads()[0]?.answers.map(({ text }) => text)).toEqual(['No, habit', 'Because of the printer'])
  expect(threads()[0]?.on).toBe(note)
})

test('one answer is accepted and no other', () => {
  const { writer, model, says, threads } = wall()
  const root = says('Why twice?', 1)
  const [one, two] = [says('Printer', 2, root), says('Habit', 3, root)]
  acceptAnswer(writer, model, root, one)
  acceptAnswer(writer, model, root, two)
  expect(threads()[0]?.accepted?.id).toBe(two)
  acceptAnswer(writer, model, root, null)
  expect(threads()[0]?.accepted).toBeNull()
  resolveThread(writer, root, true)
  expect(threads()[0]?.root.resolved).toBe(true)
})

test('what is taken back is gone; an answer whose comment is gone stands for itself', () => {
  const { writer, says, threads } = wall()
  const root = says('Why twice?', 1)
  const answer = says('Printer', 2, root)
  rewordComment(writer, answer, 'The printer jams', [])
  takeBackComment(writer, root)
  expect(threads().map(({ root: { text } }) => text)).toEqual(['The printer jams'])
})

test('a name is being written after an @, with spaces and any letters, and not within an address', () => {
  expect(mentionAt('Ask @Ngu', 8)).toEqual({ from: 4, query: 'Ngu' })
  expect(mentionAt('Ask @Olga Ow', 12)).toEqual({ from: 4, query: 'Olga Ow' })
  expect(mentionAt('@', 1)).toEqual({ from: 0, query: '' })
  expect(mentionAt('a@b.example', 11)).toBeNull()
})

test('people whose names stand in a text are mentioned, the longer name before the shorter', () => {
  const people = [
    { id: 'a', name: 'Bo' },
    { id: 'b', name: 'Bo (extern)' },
    { id: 'c', name: 'Cy' },
  ]
  expect(mentionedIn('Ask @Bo (extern) and @Cy', people)).toEqual(['b', 'c'])
  expect(withMentions('Ask @Bo (extern), not Bo', ['Bo', 'Bo (extern)'])).toEqual([
    { text: 'Ask ', mention: false },
    { text: '@Bo (extern)', mention: true },
    { text: ', not Bo', mention: false },
  ])
})

test('a longer word than a name mentions nobody, and an address neither', () => {
  const people = [
    { id: 'a', name: 'Ann' },
    { id: 'b', name: 'Bo' },
  ]
  for (const text of ['see @Annex 3', '@Anna', '@Ann2', '@Annä', 'mail x@Ann', '@ Ann'])
    expect(mentionedIn(text, people), text).toEqual([])
  for (const text of ['@Ann', 'see @Ann.', '(@Ann)', '@Ann’s cup', '@Ann, @Annex', '@Ann-ish'])
    expect(mentionedIn(text, people), text).toEqual(['a'])
  expect(mentionedIn('@Bo@Ann', people)).toEqual(['b'])
})

test('of several with one name the chosen ones are mentioned; all where nobody was chosen', () => {
  const people = [
    { id: 'a1', name: 'Anna' },
    { id: 'a2', name: 'Anna' },
    { id: 'b', name: 'Bo' },
  ]
  expect(mentionedIn('Ask @Anna and @Bo', people, new Set(['a2']))).toEqual(['a2', 'b'])
  expect(mentionedIn('Ask @Bo', people, new Set(['a2']))).toEqual(['b'])
  expect(mentionedIn('Ask @Anna', people)).toEqual(['a1', 'a2'])
})

test('who is meant by the letters after an @: a first name before a surname, then who is here', () => {
  const people = [
    { name: 'Ada Berg', here: true },
    { name: 'Robert Ott', here: true },
    { name: 'Bea Adams', here: false },
    { name: 'Ben Zorn', here: true },
    { name: 'Cleo', here: true },
  ]
  expect(namesFor('Be', people).map(({ name }) => name)).toEqual(['Ben Zorn', 'Bea Adams', 'Ada Berg', 'Robert Ott'])
  expect(namesFor('ben z', people).map(({ name }) => name)).toEqual(['Ben Zorn'])
  expect(namesFor('', people)).toHaveLength(5)
  expect(namesFor('x', people)).toEqual([])
})
