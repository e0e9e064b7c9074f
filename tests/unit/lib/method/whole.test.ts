import { join } from 'node:path'
import { expect, test } from 'vitest'
import { analysisOf } from '#lib/method/analysis.ts'
import { templates } from '#lib/templates/index.ts'
import { saidOf } from '#tests/drivers/analysed.ts'
import { wallOf } from '#tests/drivers/boards.ts'
import { buildWall, type WallPlan } from '#tests/drivers/wall.ts'

/**
 * All that the method says about a few walls, kept in files beside the other fixtures. What is right is worked out by
 * hand in the tests of each part; here nothing may change unnoticed. After a change that is meant: `vitest -u`, and
 * read what has changed.
 */
const kept = (name: string) => join(import.meta.dirname, '../../../fixtures/method', `${name}.txt`)
const views = ['as-is', 'to-be'] as const

for (const { id, plan } of templates)
  if (id !== 'blank')
    test.each(id === 'coffee' ? views : views.slice(0, 1))(
      `the board “${id}” says what it has always said (%s)`,
      async view => {
        await expect(saidOf(analysisOf(wallOf(plan).board, view))).toMatchFileSnapshot(kept(`${id}-${view}`))
      },
    )

/** A bank's loan with loops in loops, parallel checks, several starts and ends, gaps, doubts and feelings. */
const loan: WallPlan = {
  lanes: {
    customer: ['Customer', 'customer'],
    branch: ['Branch', 'front-stage'],
    office: ['Back office', 'back-stage'],
    bureau: ['Credit bureau', 'supplier'],
  },
  notes: {
    asks: ['customer', { pos: [0, 60, 'customer'], feeling: 1, volume: 400 }],
    writes: ['customer', { pos: [0, 150, 'customer'], feeling: -1, cause: 'So many fields', memory: 'peak' }],
    takes: [
      'branch',
      { pos: [300, 60, 'branch'], processing: 20, waiting: 5, cost: 12, firstTimeRight: 0.8, value: 'va' },
    ],
    whole: ['branch', { pos: [600, 60, 'branch'], kind: 'decision', text: 'Is it whole?' }],
    split: ['office', { pos: [900, 60, 'office'], kind: 'plain' }],
    income: [
      'office',
      {
        pos: [1200, 20, 'office'],
        processing: 45,
        waiting: 960,
        firstTimeRight: 0.9,
        value: 'nnva',
        verdict: 'eliminate',
      },
    ],
    history: [
      'bureau',
      {
        pos: [1200, 60, 'bureau'],
        processing: 5,
        waiting: 2880,
        cost: 3.5,
        flexibility: 1,
        verdict: 'improve',
        improved: 'Ask the bureau online',
        crown: { cost: { way: 'down', amount: 2 }, experience: { way: 'up' } },
      },
    ],
    call: ['bureau', { pos: [1450, 60, 'bureau'], kind: 'break-point', mark: { kind: 'bp', state: 'confirmed' } }],
    decides: [
      'office',
      {
        pos: [1700, 60, 'office'],
        kind: 'decision',
        processing: 30,
        waiting: 480,
        cost: 20,
        flexibility: 5,
        exceptions: 'Large amounts go to the board',
      },
    ],
    rule: ['office', { pos: [1700, 180, 'office'], kind: 'business-rule', text: 'No loan under 18', verdict: 'keep' }],
    offers: ['branch', { pos: [2000, 20, 'branch'], processing: 15, waiting: 60, firstTimeRight: 0.95, value: 'va' }],
    refuses: [
      'branch',
      {
        pos: [2000, 140, 'branch'],
        processing: 10,
        value: 'nva',
        orphan: { state: 'dismissed', reason: 'The law asks for it' },
      },
    ],
    files: ['office', { pos: [2000, 60, 'office'], processing: 5, value: 'nva' }],
    hears: ['customer', { pos: [2300, 60, 'customer'], kind: 'moment-of-truth', feeling: 2, memory: 'end' }],
    money: ['customer', { pos: [2600, 60, 'customer'], kind: 'outcome', text: 'The money is there' }],
    hurts: ['branch', { pos: [600, 180, 'branch'], kind: 'pain', text: 'Forms come back', feeling: -2 }],
    island: ['office', { pos: [300, 20, 'office'], processing: 7 }],
    shore: ['office', { pos: [500, 20, 'office'] }],
    parked: ['office', { pos: [700, 20, 'office'], place: 'parking', processing: 99 }],
  },
  links: [
    'asks>takes',
    'writes>takes',
    'takes>whole',
    ['whole>takes', { share: 0.3, rework: { state: 'confirmed' }, text: 'not whole' }],
    ['whole>split', { share: 0.7, mark: { kind: 'bp', state: 'dismissed', reason: 'Same desk' } }],
    ['split>income', { share: 1 }],
    ['split>history', { share: 1 }],
    'income>decides',
    'history>call',
    'call>decides',
    ['decides>income', { share: 0.1 }],
    ['decides>offers', { share: 0.6 }],
    'decides>refuses',
    'decides>rule',
    'refuses>files',
    ['offers>hears', { verdict: 'improve', improved: 'By phone', effort: 2, due: '2027-01-31', progress: 'open' }],
    'hears>money',
    'island>shore',
    'shore>island',
  ],
  outcomes: {
    first: { stakeholder: 'Customer', promise: 'Money within two days', outcome: 'The house is paid' },
    second: { stakeholder: 'Bank', promise: 'Fast and cheap' },
  },
}

test.each(views)('a loan with loops, parallel checks and a gap says what it has always said (%s)', async view => {
  await expect(saidOf(analysisOf(buildWall(loan).board, view))).toMatchFileSnapshot(kept(`loan-${view}`))
})
