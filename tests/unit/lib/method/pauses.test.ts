import { expect, test } from 'vitest'
import type { Fields } from '#lib/board/commands/writer.ts'
import { actionsOf } from '#lib/method/actions.ts'
import { analysisOf } from '#lib/method/analysis.ts'
import { crownBalance } from '#lib/method/crown.ts'
import { emotionCurve } from '#lib/method/emotion.ts'
import { goldilocksOf } from '#lib/method/goldilocks.ts'
import { buildFlow, buildingFlow, leadingTo, pieces } from '#lib/method/graph.ts'
import { numbersFor, outsideIn, valueShares } from '#lib/method/numbers.ts'
import { inOnePiece, type Parts } from '#lib/method/parts.ts'
import { likelyPaths, reached } from '#lib/method/paths.ts'
import { countPoints, findPoints } from '#lib/method/points.ts'
import { project, projecting } from '#lib/method/projection.ts'
import { findOrphans, findRework, proposePoints } from '#lib/method/proposals.ts'
import { ordering } from '#lib/method/reading-order.ts'
import { solveSums } from '#lib/method/solve.ts'
import { stakeholdersOf } from '#lib/method/stakeholders.ts'
import { findWarnings } from '#lib/method/warnings.ts'
import { routingOf } from '#lib/method/weights.ts'
import { rolledYield, weakestPoints } from '#lib/method/yield.ts'
import { buildWall, type WallPlan } from '#tests/drivers/wall.ts'

/**
 * Steps in a row between a plain note and an outcome, in two lanes by turns, each judged: 643 notes and 642 links, so
 * that a loop over either pauses five times, and that every loop that were missed, or paused at each turn, is seen.
 */
const notes = 643
const links = notes - 1
function row(verdict: string, more: Partial<WallPlan> = {}) {
  const ids = Array.from({ length: notes }, (_, at) => `n${at}`)
  return buildWall({
    lanes: { customer: 'customer', desk: 'front-stage' },
    notes: Object.fromEntries(
      ids.map((id, at) => [
        id,
        [
          at % 2 ? 'desk' : 'customer',
          {
            kind: at === 0 ? 'plain' : at === links ? 'outcome' : 'step',
            ...(at > 0 && at < links ? { verdict } : {}),
            source: '{"type":"bpmn:StartEvent"}',
          },
        ],
      ]),
    ),
    links: ids.slice(1).map((id, at): [string, Fields] => [`${ids[at]}>${id}`, { verdict }]),
    outcomes: { main: {} },
    ...more,
  }).board
}

const board = row('improve')
const wall = project(board, 'as-is')
const flow = buildFlow(wall)
const [start] = flow.starts
if (!start) throw new Error('The row has no start.')
const asIs = analysisOf(board, 'as-is')
const toBe = analysisOf(board, 'to-be')
// Asked for before, so that only the warnings' own pauses are counted.
asIs.numbers()
asIs.crown()

function pausesOf(parts: Parts<unknown>): number {
  let pauses = 0
  while (!parts.next().done) pauses += 1
  return pauses
}
/** A pause after every 128 turns of loops that count together. */
const every = (...turns: number[]) => Math.floor(turns.reduce((a, b) => a + b, 0) / 128)

const search = 1 + every(notes, links)
const graph =
  every(notes, links) + every(notes) + every(links, notes) + search + 1 + every(notes) + every(notes) + every(notes)
const proposals = every(links, notes)
const order = every(links, notes, notes)
const solved = 1 + every(notes)
const yields = every(notes) + solved + every(notes) + every(notes)

test.each<[string, () => Parts<unknown>, number]>([
  ['the board as it is', () => projecting(board, 'as-is'), every(notes, links)],
  ['the flow', () => buildingFlow(wall), graph],
  ['what leads to the outcomes', () => leadingTo(flow.outcomes), every(notes)],
  ['the pieces', () => pieces(flow), every(notes) + 1],
  ['the reading order', () => ordering(wall, flow), order],
  ['a path', () => likelyPaths(start), every(notes) + 1],
  ['what a case can meet', () => reached([start]), every(notes)],
  ['the routing', () => routingOf(flow), every(notes)],
  ['sums along the flow', () => solveSums(flow, new Map()), solved],
  ['the yield', () => rolledYield(flow, [start]), yields],
  ['the weakest steps', () => weakestPoints(flow, [start]), every(notes) * 3 + 6 * (1 + solved)],
  [
    'the numbers',
    () => numbersFor(flow, { starts: [start] }),
    every(notes) + 1 + solved + 1 + every(notes) * 2 + yields + every(links) + every(notes),
  ],
  ['outside-in', () => outsideIn(flow), every(notes)],
  ['values', () => valueShares(flow), every(notes)],
  ['proposals', () => proposePoints(flow), proposals],
  ['points', () => findPoints(wall, flow), proposals + every(notes, links) + order + every(links) + 3],
  ['counts', () => countPoints(asIs.points), every(asIs.points.length)],
  ['rework', () => findRework(flow), every(links, notes)],
  ['orphans', () => findOrphans(flow), every(notes)],
  ['feelings', () => emotionCurve(wall, asIs.points), every(asIs.points.length, notes)],
  ['the crown', () => crownBalance([...board.notes.values(), ...board.links.values()]), every(notes, links, links)],
  ['stakeholders', () => stakeholdersOf(board, flow), every(notes) + every(notes - 2)],
  ['rigid and flexible', () => goldilocksOf(asIs), every(notes) + 1],
  ['actions', () => actionsOf(board, asIs, toBe), every(notes, links) + 1],
  ['warnings', () => findWarnings(board, asIs, toBe), every(notes, links) + 22],
])('a long row is gone through in parts: %s', (_, parts, pauses) => {
  expect(asIs.points.length).toBe(links)
  expect(pausesOf(parts())).toBe(pauses)
})

test('so are the gaps that elimination leaves', () => {
  const gone = row('eliminate')
  expect(pausesOf(projecting(gone, 'to-be'))).toBe(every(notes, links) + every(links, links))
})

test('and long branches that go on in parallel, and many loops', () => {
  const half = 321
  const ids = Array.from({ length: notes }, (_, at) => `n${at}`)
  const inRow = ids.slice(1).flatMap((id, at) => (at + 1 === half ? [] : [`${ids[at]}>${id}`]))
  const both = buildFlow(
    row('improve', {
      links: [...inRow.slice(1), ['n0>n1', { share: 1 }], [`n0>n${half}`, { share: 1 }]],
    }),
  )
  const { routing } = inOnePiece(routingOf(both))
  const joins = 1 + every(notes)
  const branches = every(half - 1) + every(notes - half)
  expect(pausesOf(solveSums(both, routing))).toBe(1 + joins + branches + every(notes, notes - 1))

  const loops = buildFlow(row('improve', { links: ids.slice(1, -1).map(id => `${id}>${id}`) }))
  expect(pausesOf(routingOf(loops))).toBe(every(loops.notes.size, loops.loops.length))
  expect(loops.loops.length).toBe(notes - 2)
})
