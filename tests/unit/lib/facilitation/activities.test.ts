import { expect, test } from 'vitest'
import { activities } from '#lib/facilitation/activities/index.ts'
import { agendaOf, itemOf, readyAgendas } from '#lib/facilitation/agendas.ts'
import { type AgendaItem, agenda } from '#lib/facilitation/define.ts'

/** What an item says beside its instruction, on one line; rights that are off are left out. */
function inShort({ activity, name, minutes, view, rights, freezeAtEnd, startsTimer }: AgendaItem): string {
  const { add, edit, delete: remove, ...flags } = rights
  const given = Object.entries(flags).flatMap(([right, on]) => (on === true ? [right] : []))
  return [
    `${activity}, “${name}”, ${minutes} min on ${view}${startsTimer ? ', clock starts' : ''}${freezeAtEnd ? ', freezes' : ''}`,
    `add ${add === 'all' ? add : add.join(' ') || 'nothing'}`,
    `change ${edit}, remove ${remove}`,
    given.sort().join(' '),
  ].join(' · ')
}

test('each activity lets contributors do what it is for, and no more', () => {
  expect(activities.map(({ id }) => inShort(itemOf(id, 'now')))).toEqual([
    'welcome, “Welcome”, 10 min on wall · add nothing · change none, remove none · comment seeResults',
    'promise, “Promise and outcome”, 30 min on outcome, clock starts · add plain outcome · change own, remove own · comment private seeResults',
    'agree-outcome, “Agree the outcome”, 20 min on outcome · add plain outcome · change all, remove own · comment outcome seeResults',
    'customer-process, “The customer’s process”, 30 min on customer-lane · add step decision outcome question plain · change all, remove own · comment link seeResults',
    'what-we-do, “What we do”, 60 min on wall · add all · change all, remove all · comment details lanes link marks seeResults',
    'failures, “Find the points of failure”, 45 min on failures · add moment-of-truth break-point business-rule question pain · change own, remove own · comment details marks seeResults',
    'emotion, “Emotion and effect”, 30 min on customer-lane · add pain idea question · change all, remove own · comment details seeResults',
    'ideas, “Ideas, on your own”, 10 min on wall, clock starts, freezes · add idea pain question · change own, remove own · comment private seeResults',
    'anonymous-round, “What nobody says”, 10 min on wall, clock starts, freezes · add pain idea question · change own, remove own · anonymous comment private seeResults',
    'cluster, “Cluster”, 15 min on wall · add plain · change all, remove own · comment seeResults',
    'vote, “Dot voting”, 10 min on failures, clock starts · add nothing · change none, remove none · comment vote',
    'verdicts, “Verdicts”, 60 min on verdicts · add idea question · change own, remove own · comment details marks seeResults verdicts',
    'to-be, “To-be”, 45 min on compare · add all · change all, remove all · comment details lanes link marks seeResults verdicts',
    'close, “Actions and close”, 20 min on actions · add plain question · change own, remove none · comment seeResults verdicts',
    'free-work, “Work together”, 0 min on wall · add all · change all, remove all · comment details lanes link marks outcome seeResults verdicts vote',
  ])
})

test('each says in sentences what to do now', () => {
  for (const { id, instruction } of activities) expect(instruction, id).toMatch(/^\p{Lu}.{15,}[.?]$/u)
})

test('each says to who leads, in a sentence, what to watch', () => {
  for (const { id, watches } of activities) expect(watches, id).toMatch(/^\p{Lu}.{15,}[.?]$/u)
})

test('what each activity asks of everybody, beside the wall and on a phone', () => {
  expect(activities.map(({ id, now }) => `${id}: ${now}`)).toEqual([
    'welcome: arrive',
    'promise: outcome',
    'agree-outcome: outcome',
    'customer-process: write',
    'what-we-do: write',
    'failures: points',
    'emotion: feelings',
    'ideas: write',
    'anonymous-round: write',
    'cluster: write',
    'vote: vote',
    'verdicts: verdict',
    'to-be: write',
    'close: actions',
    'free-work: write',
  ])
})

const plans: Record<string, string> = {
  'full-day':
    'welcome 15, promise 20, agree-outcome 25, customer-process 40, what-we-do 75, failures 50, emotion 30, ideas 15, cluster 20, vote 10, verdicts 60, to-be 45, close 20',
  'two-hours':
    'welcome 5, agree-outcome 15, customer-process 20, what-we-do 30, failures 20, vote 5, verdicts 20, close 5',
  'as-is-only': 'welcome 5, agree-outcome 15, customer-process 25, what-we-do 45, failures 30, close 10',
  retrospective: 'welcome 5, anonymous-round 10, cluster 15, vote 5, emotion 20, verdicts 25, close 10',
  'stakeholder-round': 'welcome 5, promise 20, agree-outcome 30, failures 20, vote 5, close 10',
}

test('the ready-made agendas hold these activities, each with its minutes and an id of its own', () => {
  expect(readyAgendas.map(({ id }) => id)).toEqual(Object.keys(plans))
  for (const { id } of readyAgendas) {
    let made = 0
    const items = agendaOf(id, () => `item${made++}`) ?? []
    expect(items.map(({ activity, minutes }) => `${activity} ${minutes}`).join(', ')).toBe(plans[id])
    expect(items.map(item => item.id)).toEqual(items.map((_, index) => `item${index}`))
  }
  expect(agendaOf('none of ours', () => 'x')).toBeNull()
})

test('each has a name and says what it is for', () => {
  for (const { name, describes } of readyAgendas) {
    expect(name).toMatch(/^\p{Lu}.{4,}$/u)
    expect(describes).toMatch(/^\p{Lu}.{20,}\.$/u)
  }
})

test('an item copies its activity, so that changing the one does not change the other', () => {
  const item = itemOf('ideas', 'a')
  expect(item.rights.add).toEqual(itemOf('ideas', 'b').rights.add)
  expect(item.rights.add).not.toBe(itemOf('ideas', 'b').rights.add)
  expect(itemOf('ideas', 'a', 0).minutes, 'no minutes are minutes too').toBe(0)
  expect(() => itemOf('nothing of ours', 'a')).toThrow('nothing of ours')
})

test('an agenda is taken as long as its items are whole, different, and not too many', () => {
  const takes = (...items: unknown[]) => agenda.safeParse(items).success
  const item = itemOf('ideas', 'a')
  const changed = (change: object) => ({ ...item, ...change })
  expect(takes()).toBe(true)
  expect(takes(item, changed({ id: 'b' }))).toBe(true)
  expect(takes(item, item)).toBe(false)
  expect(takes(...Array.from({ length: 60 }, (_, i) => changed({ id: `i${i}` })))).toBe(true)
  expect(takes(...Array.from({ length: 61 }, (_, i) => changed({ id: `i${i}` })))).toBe(false)
  for (const [field, fine, wrong] of [
    ['id', 'x'.repeat(40), 'x'.repeat(41)],
    ['id', 'A_z-9', 'with space'],
    ['id', 'x', ''],
    ['activity', 'x'.repeat(40), 'x'.repeat(41)],
    ['name', ' x ', '   '],
    ['name', 'x'.repeat(120), 'x'.repeat(121)],
    ['instruction', '', 'x'.repeat(1_001)],
    ['instruction', 'x'.repeat(1_000), 7],
    ['minutes', 0, -1],
    ['minutes', 600, 601],
    ['minutes', 1, 1.5],
    ...['wall', 'customer-lane', 'outcome', 'failures', 'verdicts', 'compare', 'actions'].map(
      view => ['view', view, 'elsewhere'] as const,
    ),
    ['freezeAtEnd', true, 'yes'],
    ['startsTimer', true, 'yes'],
    ['startsTimer', undefined, 'yes'],
    ['rights', { ...item.rights, edit: 'own' }, { ...item.rights, edit: 'some' }],
    ['rights', { ...item.rights, delete: 'none' }, { ...item.rights, delete: 'some' }],
    ['rights', { ...item.rights, add: 'all' }, { ...item.rights, add: ['nothing of ours'] }],
    ['rights', { ...item.rights, add: Array(20).fill('idea') }, { ...item.rights, add: Array(21).fill('idea') }],
  ] as const) {
    expect(takes(changed({ [field]: fine })), `${field} ${JSON.stringify(fine)}`).toBe(true)
    expect(takes(changed({ [field]: wrong })), `${field} ${JSON.stringify(wrong)}`).toBe(false)
  }
  expect(takes(changed({ more: 1 }))).toBe(false)
  expect(takes(changed({ rights: { ...item.rights, more: true } }))).toBe(false)
  expect(agenda.parse([changed({ name: ' Ideas ' })])[0]?.name).toBe('Ideas')
})
