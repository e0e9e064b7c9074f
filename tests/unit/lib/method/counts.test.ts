import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { decodeText } from '#lib/import/decode.ts'
import { readFile } from '#lib/import/index.ts'
import { analysisOf } from '#lib/method/analysis.ts'
import type { BoardView } from '#lib/method/projection.ts'
import { templates } from '#lib/templates/index.ts'
import { wallOf } from '#tests/drivers/boards.ts'
import { countBpmn } from '#tests/drivers/count-bpmn.ts'
import { referenceModel, referenceModels } from '#tests/drivers/shared.ts'

/** The table of METHOD.md: name, the customer's lanes by a person's reading, and the counts. */
const told = new Map(
  readFileSync(join(import.meta.dirname, '../../../../lib/method/METHOD.md'), 'utf8')
    .split('\n')
    .flatMap(line => {
      const [, name = '', customers = '', ...counts] = line.split('|').map(cell => cell.trim())
      const [mot = 0, bp = 0, br = 0, total = 0] = counts.map(Number)
      return /^[A-C]\.\d/.test(name)
        ? [
            [
              name.replace(/\W+$/, ''),
              { customers: customers === '–' ? [] : customers.split(', '), counts: { mot, bp, br, total } },
            ] as const,
          ]
        : []
    }),
)

describe.skipIf(referenceModels.length === 0)('reference models of the BPMN interchange group', () => {
  test.each(referenceModels)(
    '%s counts as METHOD.md says, and as a script counts that knows only bpmn-moddle',
    async name => {
      const bytes = referenceModel(name)
      const { plan } = await readFile(`${name}.bpmn`, bytes)
      const counted = analysisOf(wallOf(plan).board, 'as-is').counts.all
      const known = told.get(name)
      expect(counted).toEqual(
        await countBpmn(decodeText(bytes).replace(/ encoding="[^"]*"/, ''), known?.customers ?? []),
      )
      if (known) expect(counted).toEqual(known.counts)
    },
  )
})

function coffee(view: BoardView) {
  const template = templates.find(({ id }) => id === 'coffee')
  if (!template) throw new Error('The coffee board is not among the templates.')
  return analysisOf(wallOf(template.plan).board, view)
}

// Counted by hand on the printed wall: crossings of lane lines first, then diamonds and green notes.
test('the coffee board inside-out has 2 Moments of Truth, 2 Break Points and 1 Business Rule', () => {
  expect(coffee('as-is').counts.all).toEqual({ mot: 2, bp: 2, br: 1, total: 5 })
})

test('the coffee board outside-in has 2 Moments of Truth and nothing else', () => {
  expect(coffee('to-be').counts.all).toEqual({ mot: 2, bp: 0, br: 0, total: 2 })
})

// By hand, as-is: .98 × .93 × .90 × .75 × .92 × (collect) × (serve) × (enjoy), with the rates on the notes.
test('the coffee board’s yield is the product of the rates on its path', () => {
  for (const view of ['as-is', 'to-be'] as const) {
    const analysis = coffee(view)
    const path = analysis.paths()[0]
    const rates = path?.notes.map(({ note }) => note.firstTimeRight ?? (note.kind === 'step' ? 0.95 : 1)) ?? []
    expect(analysis.numbers().rty.value).toBeCloseTo(
      rates.reduce((a, b) => a * b, 1),
      10,
    )
  }
})

// By hand, from the notes of the printed wall; the sums stand in lib/method/METHOD.md, "Counted by hand".
test.each([
  ['as-is', { rty: 0.98 * 0.93 * 0.9 * 0.75 * 0.92 * 0.95 * 0.96 * 0.97, lead: 22, processing: 11, cost: 2.5 }],
  ['to-be', { rty: 0.98 * 0.99 * 0.92 * 0.97, lead: 14, processing: 8.5, cost: 1.2 }],
] as const)('the coffee board %s takes, costs and yields what a person adds up on the wall', (view, byHand) => {
  const { rty, lead, processing, cost } = coffee(view).numbers()
  expect(rty.value).toBeCloseTo(byHand.rty, 10)
  expect(lead).toBeCloseTo(byHand.lead, 10)
  expect(processing).toBeCloseTo(byHand.processing, 10)
  expect(cost).toBeCloseTo(byHand.cost, 10)
})
