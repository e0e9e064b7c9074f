import type { Fields } from '#lib/board/commands/writer.ts'
import { type Chance, pickOne } from './random.ts'
import { buildWall, type WallPlan } from './wall.ts'

const texts = [
  'Orders a double espresso',
  '- a list, begun with a dash',
  '=1+1',
  'Two lines\nof text, with “quotes” and "quotes"',
  'a | b; c\td',
  '# no heading, *no stress*, <b>no markup</b> & no entity',
  '注文する',
  'طلب قهوة',
  '  room around it ',
  '1. not a list',
]

/** A board as after a workshop: both versions, links of every kind, verdicts, amounts and dates, some of them missing. */
export function judgedBoard(chance: Chance, notes = 6 + chance.below(30)) {
  const maybe = <T>(share: number, value: () => T): T | undefined => (chance.next() < share ? value() : undefined)
  const some = (fields: Record<string, unknown>): Fields =>
    Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
  const change = () => ({
    way: pickOne(chance, ['up', 'down', 'same'] as const),
    ...(chance.next() < 0.6 ? { amount: chance.below(900) / 100 } : {}),
  })
  const judged = (share: number): Fields => {
    const verdict = maybe(share, () => pickOne(chance, ['eliminate', 'improve', 'keep'] as const))
    return some({
      verdict,
      verdictReason: maybe(0.5, () => pickOne(chance, texts)),
      verdictOwner: maybe(0.5, () => pickOne(chance, ['Ines (floor)', 'Tomasz', '=cmd'])),
      improved: verdict === 'improve' ? maybe(0.6, () => 'Says it back') : undefined,
      crown: maybe(0.6, () =>
        some({ cost: maybe(0.7, change), experience: { way: 'up' }, revenue: maybe(0.4, change) }),
      ),
      effort: maybe(0.5, () => pickOne(chance, ['small', 'medium', 'large'] as const)),
      due: maybe(0.4, () => `2026-0${1 + chance.below(9)}-1${chance.below(10)}`),
      progress: maybe(0.4, () => pickOne(chance, ['open', 'done'] as const)),
      version: pickOne(chance, ['both', 'both', 'both', 'as-is', 'to-be'] as const),
    })
  }
  const lanes = { guest: 'customer', waiter: 'front-stage', barista: 'back-stage', 'a, b; "c"': 'supplier' } as const
  const rates = chance.next()
  const plan: WallPlan = { lanes, notes: {}, links: [] }
  for (let i = 0; i < notes; i++)
    plan.notes[`n${i}`] = [
      pickOne(chance, [...Object.keys(lanes), null]),
      {
        ...judged(0.5),
        ...some({
          kind: pickOne(chance, ['step', 'step', 'step', 'decision', 'business-rule', 'pain', 'outcome'] as const),
          text: pickOne(chance, texts),
          firstTimeRight: maybe(rates, () => chance.below(101) / 100),
          processing: maybe(0.7, () => chance.below(400) / 3),
          waiting: maybe(0.7, () => chance.below(3_000)),
          cost: maybe(0.7, () => chance.below(4_000) / 100),
          volume: maybe(0.2, () => chance.below(5_000)),
          value: maybe(0.5, () => pickOne(chance, ['va', 'nnva', 'nva'] as const)),
          feeling: maybe(0.3, () => chance.below(5) - 2),
          place: maybe(0.1, () => 'parking'),
        }),
      },
    ]
  const links = new Set<string>()
  for (let i = 0; i < notes * 1.5; i++) links.add(`n${chance.below(notes)}>n${chance.below(notes)}`)
  plan.links = [...links].map(ends => [
    ends,
    { ...judged(0.3), ...some({ share: maybe(0.3, () => chance.below(100) / 100), text: maybe(0.3, () => 'yes') }) },
  ])
  return buildWall(plan).board
}
