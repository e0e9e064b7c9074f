import { expect, test } from 'vitest'
import { setFields } from '#lib/board/commands/writer.ts'
import { type Analysis, analyseInParts, analysisOf } from '#lib/method/analysis.ts'
import { inOnePiece, type Parts } from '#lib/method/parts.ts'
import { templates } from '#lib/templates/index.ts'
import { wallOf } from '#tests/drivers/boards.ts'
import { buildWall } from '#tests/drivers/wall.ts'

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
  const rest = [
    analysis.emotion(),
    analysis.crown(),
    analysis.values(),
    analysis.stakeholders(),
    analysis.warnings(),
    analysis.actions(),
    analysis.goldilocks(),
  ]
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
  inOnePiece(asIs.inParts())
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

/** The board of n steps in a row, and how often one of its notes or links has been asked for something. */
function counted(n: number) {
  const id = (at: number) => `n${at}`
  const { board } = buildWall({
    lanes: { customer: 'customer', desk: 'front-stage' },
    notes: Object.fromEntries(
      Array.from({ length: n }, (_, at) => [id(at), [at % 3 ? 'desk' : 'customer', at % 9 ? {} : { verdict: 'keep' }]]),
    ),
    links: Array.from({ length: n - 1 }, (_, at) => `${id(at)}>${id(at + 1)}`),
  })
  let asked = 0
  const counting = <T extends object>(entity: T): T =>
    new Proxy(entity, {
      get(target, key) {
        asked += 1
        return Reflect.get(target, key)
      },
    })
  const notes = new Map([...board.notes].map(([key, note]) => [key, counting(note)]))
  const links = new Map([...board.links].map(([key, link]) => [key, counting(link)]))
  const { lanes, groups, views, outcomes, comments, stage, damaged } = board
  return { board: { notes, links, lanes, groups, views, outcomes, comments, stage, damaged }, asked: () => asked }
}

test('no part goes through the whole of a large wall', () => {
  const { board, asked } = counted(2_000)
  const made = analyseInParts(board)
  const perPart: number[] = []
  let before = 0
  const goThrough = <T>(parts: Parts<T>): T => {
    for (;;) {
      const part = parts.next()
      perPart.push(asked() - before)
      before = asked()
      if (part.done) return part.value
    }
  }
  const { asIs, toBe } = goThrough(made)
  goThrough(asIs.inParts())
  goThrough(toBe.inParts())
  expect(Math.max(...perPart)).toBeLessThan(board.notes.size + board.links.size)
})
