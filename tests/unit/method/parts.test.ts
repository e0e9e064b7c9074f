import { expect, test } from 'vitest'
import { setFields } from '#lib/board/commands/writer.ts'
import { type Analysis, analyseInParts, analysisOf } from '#lib/method/analysis.ts'
import { inOnePiece } from '#lib/method/parts.ts'
import { templates } from '#lib/templates/index.ts'
import { wallOf } from '#tests/drivers/boards.ts'

function coffee() {
  const template = templates.find(({ id }) => id === 'coffee')
  if (!template) throw new Error('The coffee board is not among the templates.')
  return wallOf(template.plan)
}

/** All that can be asked for, along all paths and along each one. */
function saidBy(analysis: Analysis) {
  const { counts, rework, orphans, outsideIn } = analysis
  const ways = [null, ...analysis.paths()].map(path => {
    const { endless, ...numbers } = analysis.numbers(path)
    const weakest = analysis.weakest(path).map(({ note, ...rest }) => ({ ...rest, id: note.note.id }))
    return { key: path?.key, numbers, weakest, endless: endless.map(loop => loop.map(n => n.note.id)) }
  })
  const rest = [analysis.emotion(), analysis.crown(), analysis.values(), analysis.stakeholders(), analysis.warnings()]
  return { counts, rework, orphans, outsideIn, ways, rest }
}

test('in parts it says what it says in one piece', () => {
  const { board } = coffee()
  const whole = (['as-is', 'to-be'] as const).map(view => saidBy(analysisOf(board, view)))
  const { asIs, toBe } = inOnePiece(analyseInParts(board))
  expect([saidBy(asIs), saidBy(toBe)]).toEqual(whole)
})

test('what was made in parts is not made again when it is asked for', () => {
  const { board } = coffee()
  const { asIs } = inOnePiece(analyseInParts(board))
  const made = asIs.numbers()
  inOnePiece(asIs.inParts(asIs.paths()[0]?.key))
  expect(asIs.numbers()).toBe(made)
  const [path] = asIs.paths()
  expect(asIs.numbers(path)).toBe(asIs.numbers(path))
  expect(asIs.weakest(path)).toBe(asIs.weakest(path))
  expect(analysisOf(board, 'as-is')).toBe(asIs)
})

test('a change between two parts leaves the work as it was at its beginning', () => {
  const { board, writer } = coffee()
  const whole = saidBy(analysisOf(board, 'as-is'))
  const [step] = analysisOf(board, 'as-is').paths()[0]?.notes ?? []
  if (!step) throw new Error('The coffee board has no path.')
  const { version } = board
  const parts = analyseInParts(board)
  let part = parts.next()
  for (let at = 0; !part.done; at++) {
    if (at === 1) setFields(writer, 'notes', step.note.id, { waiting: 600 })
    part = parts.next()
  }
  expect(part.value.version).toBe(version)
  expect(saidBy(part.value.asIs)).toEqual(whole)
  expect(analysisOf(board, 'as-is').numbers().lead).toBeGreaterThan(whole.ways[0]?.numbers.lead ?? Infinity)
})
