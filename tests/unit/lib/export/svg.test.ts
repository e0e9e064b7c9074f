import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { addNotes } from '#lib/board/commands/notes.ts'
import { readBoard } from '#lib/board/model.ts'
import { wallPicture } from '#lib/export/svg.ts'
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

/** Every text of a drawing, its lines joined as they were broken. */
const textsOf = (svg: string) =>
  [...svg.matchAll(/<text[^>]*>(.*?)<\/text>/g)].map(
    ([, inside = '']) =>
      [...inside.matchAll(/<tspan[^>]*>(.*?)<\/tspan>/g)].map(([, line]) => line).join(' ') || inside,
  )

test('the picture says every note, every lane and every stamp as text', () => {
  const board = readBoard(coffeeDoc().doc)
  const { svg } = wallPicture(board)
  const texts = textsOf(svg)
  for (const note of board.notes.values())
    if (note.place === 'wall' && note.version !== 'to-be') {
      const expected = note.text.replace(
        /["'&<>]/g,
        c => ({ '"': '&quot;', "'": '&#39;', '&': '&amp;', '<': '&lt;', '>': '&gt;' })[c] ?? c,
      )
      const said = texts.some(
        text => text === expected || (text.endsWith('…') && expected.startsWith(text.slice(0, -1))),
      )
      expect(said, note.text).toBe(true)
    }
  for (const lane of board.lanes) expect(texts).toContain(lane.name)
  expect(texts).toEqual(expect.arrayContaining(['M1', 'M2', 'B1', 'B2', 'R1', 'line of interaction']))
  for (const paper of ['yellow', 'amber'] as const) expect(svg).toContain(papers[paper].fill)
})

test('the to-be has neither what was eliminated nor what nobody judged twice', () => {
  const board = readBoard(coffeeDoc().doc)
  const eliminated = [...board.notes.values()].filter(note => note.verdict === 'eliminate')
  expect(eliminated.length).toBeGreaterThan(0)
  const toBe = wallPicture(board, { view: 'to-be' }).svg
  for (const note of eliminated) expect(toBe).not.toContain(`data-note="${note.id}"`)
})

test('a selection shows its notes and the links between them only', () => {
  const board = readBoard(coffeeDoc().doc)
  const { svg, box } = wallPicture(board, { only: new Set(['order', 'take']) })
  expect([...svg.matchAll(/data-note="(\w+)"/g)].map(([, id]) => id).sort()).toEqual(['order', 'take'])
  expect(svg.match(/class="l"/g)).toHaveLength(1)
  expect(box.w).toBeLessThan(800)
})

test('a text on a note, a lane, a link or a title cannot become markup, and no control character breaks the file', () => {
  const { doc, writer } = coffeeDoc()
  const evil = '</text><script>alert(1)</script>" onload="x\u0000\u000b\ud800'
  addNotes(writer, readBoard(doc), [{ kind: 'step', text: evil, x: 0, y: 0, fields: { size: [1200, 600] } }])
  const { svg } = wallPicture(readBoard(doc), { title: evil })
  for (const mark of ['<script', 'onload="', '\u0000', '\u000b', '\ud800']) expect(svg).not.toContain(mark)
  expect(svg).toContain('&lt;script&gt;')
})

test('groups with a name, tags, and the direction of a script are in the picture', () => {
  const group = { kind: 'pain' as const, group: 'g' }
  const { board } = wallOf({
    groups: [
      { id: 'g', name: 'What <hurts>' },
      { id: 'unnamed', name: '' },
    ],
    notes: [
      { ...group, id: 'a', text: 'Cold', x: 0, y: 400, tags: ['summer', 'terrace', 'bar', 'a very long tag indeed'] },
      { ...group, id: 'b', text: 'קר מדי', x: 300, y: 400 },
      { id: 'c', kind: 'pain', text: 'A', x: 900, y: 400, group: 'unnamed' },
      { id: 'd', kind: 'pain', text: 'B', x: 1200, y: 400, group: 'unnamed' },
    ],
  })
  const { svg, box } = wallPicture(board)
  const texts = textsOf(svg)
  expect(texts).toEqual(expect.arrayContaining(['What &lt;hurts&gt;', 'summer', 'terrace', '+2']))
  expect(svg.match(/stroke-dasharray="5 4"/g)).toHaveLength(1)
  expect(svg).toMatch(/direction="rtl"><tspan x="457"/)
  expect(box.y, 'the name over the group is in it').toBeLessThanOrEqual(400 - 14 - 32)
})

test('a link runs around the notes in its way, as on the wall', () => {
  const { board } = wallOf({
    notes: [0, 300, 600].map((x, i) => ({ id: `n${i}`, kind: 'step' as const, text: 'x', x, y: 0 })),
    links: [{ id: 'l', from: 'n0', to: 'n2' }],
  })
  const way = /class="l" d="([^"]*)"/.exec(wallPicture(board).svg)?.[1] ?? ''
  expect(way.match(/Q/g)?.length ?? 0).toBeGreaterThan(1)
})

test('lanes and the lines between them run on beyond the picture where a frame shows what overflows', () => {
  const board = readBoard(coffeeDoc().doc)
  const { svg, box } = wallPicture(board, { runOn: true })
  expect(box).toEqual(wallPicture(board).box)
  const across = [...svg.matchAll(/<path class="[cd]"[^>]* d="M(-?\d+) \d+h(\d+)/g)].map(([, x, w]) => [
    Number(x),
    Number(w),
  ])
  expect(across).toHaveLength(board.lanes.length + 1 + 2)
  for (const [x = 0, w = 0] of across) {
    expect(x).toBeLessThan(box.x - 10_000)
    expect(x + w).toBeGreaterThan(box.x + box.w + 10_000)
  }
})

test('an empty board has a picture too', () => {
  expect(wallPicture(readBoard(new Y.Doc())).svg).toMatch(/^<svg .*<\/svg>$/)
})
