import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addLink, deleteLinks } from '#lib/board/commands/links.ts'
import { moveNotes } from '#lib/board/commands/notes.ts'
import { setFields } from '#lib/board/commands/writer.ts'
import { BoardUndo } from '#lib/board/undo.ts'
import { analysisOf } from '#lib/method/analysis.ts'
import { confirmPoint, dismissPoint, forgetPoint, keepNumbers, renumberPoints } from '#lib/method/commands/method.ts'
import { buildWall, type WallPlan } from '#tests/drivers/wall.ts'

const ids = 'abcdefgh'.split('')
const plan: WallPlan = {
  lanes: { customer: 'customer', desk: 'front-stage', office: 'back-stage' },
  notes: Object.fromEntries(ids.map((id, at) => [id, ['customer', 'desk', 'office', 'desk'][at % 4] ?? 'desk'])),
  links: ids.slice(1).map((id, at) => `${ids[at]}>${id}`),
}
const wall = () => {
  const made = buildWall(plan)
  const codes = () =>
    Object.fromEntries(analysisOf(made.board, 'as-is').points.map(({ id, code }) => [id, code] as const))
  const keep = () => keepNumbers(made.writer, analysisOf(made.board, 'as-is').points)
  return { ...made, codes, keep }
}
const link = (id: string) => ({ root: 'links', id }) as const

test('dismissing one point leaves every other one its number, with a gap', () => {
  const { writer, codes, keep } = wall()
  const before = codes()
  expect(Object.values(before)).toEqual(['M1', 'B1', 'B2', 'M2', 'M3', 'B3', 'B4'])
  keep()
  dismissPoint(writer, link('b>c'), 'bp', 'Same desk')
  const { 'b>c': _gone, ...rest } = before
  expect(codes()).toEqual(rest)
  // Asked again, it is what it was.
  forgetPoint(writer, link('b>c'))
  expect(codes()).toEqual(before)
})

test('what comes later, wherever it lies, is numbered behind all that was given', () => {
  const { writer, board, codes, keep } = wall()
  keep()
  confirmPoint(writer, link('g>h'), 'bp')
  const before = codes()
  addLink(writer, board, 'a', 'd')
  expect(codes()).toMatchObject(before)
  expect(Object.values(codes()).filter(code => !Object.values(before).includes(code))).toContain('M4')
})

test('one that becomes another kind leaves its number free, and nobody gets it', () => {
  const { writer, codes, keep } = wall()
  keep()
  confirmPoint(writer, link('g>h'), 'br')
  expect(codes()['g>h']).toBe('R1')
  keep()
  expect(Object.values(codes())).not.toContain('B4')
})

test('a copy does not carry the number of another point', () => {
  const { writer, board, codes, keep } = wall()
  keep()
  setFields(writer, 'links', 'f>g', { pointCode: 'B1' })
  expect(new Set(Object.values(codes())).size).toBe(7)
  expect(board.links.get('f>g')?.pointCode).toBe('B1')
})

test('numbering anew closes the gaps, and one step takes that back', () => {
  const { writer, board, doc, codes, keep } = wall()
  const undo = new BoardUndo(doc)
  keep()
  dismissPoint(writer, link('b>c'), 'bp', '')
  const before = codes()
  undo.seal()
  renumberPoints(writer, board)
  expect(Object.values(codes())).toEqual(['M1', 'B1', 'M2', 'M3', 'B2', 'B3'])
  undo.undo()
  expect(codes()).toEqual(before)
})

test('whatever is moved, linked, taken away and judged, a number once kept stays with its point', () => {
  const step = fc.tuple(fc.constantFrom('move', 'link', 'unlink', 'judge'), fc.nat(7), fc.nat(7))
  fc.assert(
    fc.property(fc.array(step, { maxLength: 20 }), steps => {
      const { writer, board, codes, keep } = wall()
      keep()
      let known = codes()
      for (const [what, one, other] of steps) {
        const [a = 'a', b = 'b'] = [ids[one], ids[other]]
        if (what === 'move') moveNotes(writer, board, new Map([[a, { x: other * 300, y: one * 90 }]]))
        if (what === 'link') addLink(writer, board, a, b)
        if (what === 'unlink') deleteLinks(writer, [`${a}>${b}`])
        if (what === 'judge') {
          keep()
          known = { ...known, ...codes() }
        }
        const kindOf = (code = '') => code[0]
        const now = codes()
        for (const [id, code] of Object.entries(known))
          if (now[id] !== undefined && kindOf(now[id]) === kindOf(code)) expect(now[id], id).toBe(code)
          else delete known[id]
        expect(new Set(Object.values(now)).size).toBe(Object.keys(now).length)
      }
    }),
    { seed: 6, numRuns: 100 },
  )
})
