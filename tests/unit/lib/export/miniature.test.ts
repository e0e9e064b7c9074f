import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { addNotes } from '#lib/board/commands/notes.ts'
import { readBoard } from '#lib/board/model.ts'
import { miniatureSvg } from '#lib/export/miniature.ts'
import { papers } from '#lib/notes/papers.ts'
import { coffee } from '#lib/templates/coffee.ts'
import { writeTemplate } from '#lib/templates/write.ts'
import { wallOf } from '#tests/drivers/boards.ts'

function coffeeDoc() {
  const doc = new Y.Doc()
  let next = 0
  const writer = { doc, newId: () => `n${next++}` }
  writeTemplate(writer, coffee)
  return { doc, writer }
}

test('a board’s picture has its papers and not one word of it', () => {
  const svg = miniatureSvg(readBoard(coffeeDoc().doc))
  for (const paper of ['yellow', 'amber', 'pink', 'mint', 'white'] as const) expect(svg).toContain(papers[paper].fill)
  expect(svg).not.toMatch(/espresso|Guest|lukewarm/i)
})

test('the picture is of the board as it is: what was only added for the to-be is not in it', () => {
  const notes = [
    { id: 'a', kind: 'step' as const, text: 'Queues', x: 0, y: 0, verdict: 'eliminate' as const },
    { id: 'b', kind: 'idea' as const, text: 'Orders by phone', x: 0, y: 0, version: 'to-be' as const },
  ]
  const svg = miniatureSvg(wallOf({ notes }).board)
  expect(svg).toContain(papers.yellow.fill)
  expect(svg).not.toContain(papers.mint.fill)
})

test('text on a note cannot add anything to the picture', () => {
  const { doc, writer } = coffeeDoc()
  addNotes(writer, readBoard(doc), [{ kind: 'step', text: '"/><script>alert(1)</script>', x: 0, y: 0 }])
  expect(miniatureSvg(readBoard(doc))).not.toContain('script')
})

test('an empty board has a picture too', () => {
  expect(miniatureSvg(readBoard(new Y.Doc()))).toMatch(/^<svg .*viewBox="-48 0 1096 480".*<\/svg>$/)
})

test('a board of more notes than a call takes arguments has a picture too', () => {
  const board = readBoard(coffeeDoc().doc)
  const [note] = board.notes.values()
  if (!note) throw new Error('no note')
  const notes = new Map(Array.from({ length: 200_000 }, (_, i) => [`n${i}`, { ...note, id: `n${i}`, x: i }]))
  expect(miniatureSvg({ ...board, notes })).toContain('<svg')
})
