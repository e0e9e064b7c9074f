import { BpmnModdle } from 'bpmn-moddle'
import { describe, expect, test } from 'vitest'
import { type BoardPlanInput, planOf } from '#lib/board/plan.ts'
import type { BoardSnapshot } from '#lib/board/snapshot.ts'
import { bpmnExport } from '#lib/export/bpmn.ts'
import { readFile } from '#lib/import/index.ts'
import { analysisOf } from '#lib/method/analysis.ts'
import { project } from '#lib/method/projection.ts'
import { noteKinds } from '#lib/notes/kinds/index.ts'
import { wallOf } from '#tests/drivers/boards.ts'
import { about, referenceBoard, templateBoards } from '#tests/drivers/exported.ts'
import { chosenSeed, pickOne, random } from '#tests/drivers/random.ts'
import { referenceModels } from '#tests/drivers/shared.ts'

const written = async (board: BoardSnapshot) => String(await bpmnExport.write(board, about))
const again = async (board: BoardSnapshot) => {
  const { plan, losses } = await readFile('again.bpmn', new TextEncoder().encode(await written(board)))
  return { board: wallOf(plan).board, losses }
}
const countsOf = (board: BoardSnapshot) => analysisOf(board, 'as-is').counts.all

/** A board as the as-is says it; without what the export says it leaves out. */
function kept(board: BoardSnapshot) {
  const { notes, links } = project(board, 'as-is')
  const wall = new Map([...notes].filter(([, note]) => note.place === 'wall'))
  const plan = planOf({
    ...board,
    lanes: board.lanes,
    notes: wall,
    links,
    groups: board.groups,
    comments: board.comments,
    views: [],
    outcomes: [],
    stage: {},
    damaged: 0,
  })
  const bare = <T extends { version?: unknown; votes?: unknown }>({ version: _, votes: __, ...rest }: T) => rest
  const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1)
  const used = new Set(plan.notes.map(note => note.group))
  const led = plan.links.map(bare).filter(({ from, to }) => wall.has(from) && wall.has(to))
  const onWall = new Set([...plan.notes, ...led].map(one => one.id))
  return {
    lanes: plan.lanes,
    notes: plan.notes.map(bare).sort(byId),
    links: led.sort(byId),
    groups: plan.groups.filter(group => used.has(group.id)).sort(byId),
    comments: plan.comments
      .filter(({ parent, resolved, on }) => parent === null && !resolved && (on === null || onWall.has(on)))
      .map(({ on, text }) => `${on}: ${text}`)
      .sort(),
  }
}

const words = [
  'Orders',
  'Ärger & <Wut>',
  '',
  '二重のエスプレッソ',
  'a\nb',
  '“quoted”',
  'Start',
  'don’t',
  '🙂 ok',
  ' spaced ',
]

/** A board as people make one: lanes or none, every kind of note in and between them, links and words about them. */
function anyBoard(seed: number): BoardPlanInput {
  const chance = random(seed)
  const pick = <T>(all: readonly T[]): T => pickOne(chance, all)
  const lanes = Array.from({ length: Math.floor(chance.next() * 5) }, (_, i) => ({
    ...{ id: `${i}lane`, name: pick([...words, 'Guest']), height: 120 + Math.floor(chance.next() * 200) },
    actor: pick(['customer', 'front-stage', 'back-stage', 'supplier'] as const),
  })).sort((a, b) => Number(b.actor === 'customer') - Number(a.actor === 'customer'))
  const groups = [
    { id: 'g', name: 'A group' },
    { id: 'collaboration', name: '' },
  ]
  const notes = Array.from({ length: 2 + Math.floor(chance.next() * 16) }, (_, i) => ({
    id: i === 0 ? 'definitions' : pick([`n${i}`, `-${i}`, `7-${i}`]),
    kind: pick(noteKinds).id,
    text: pick(words),
    x: Math.floor(chance.next() * 3_000) - 200,
    y: Math.floor(chance.next() * 1_400),
    ...(chance.next() < 0.5 ? { size: [120 + i, 80 + i] as [number, number] } : {}),
    ...(chance.next() < 0.2 ? { group: pick(groups).id } : {}),
    ...(chance.next() < 0.2 ? { place: 'parking' as const } : {}),
    ...(chance.next() < 0.2 ? { version: 'to-be' as const } : {}),
    ...(chance.next() < 0.2 ? { mark: { kind: pick(['mot', 'bp', 'br'] as const), state: 'confirmed' as const } } : {}),
    ...(chance.next() < 0.2 ? { firstTimeRight: 0.9, processing: 12, tags: ['a', 'b'] } : {}),
  }))
  const links = Array.from({ length: Math.floor(chance.next() * 20) }, (_, i) => ({
    id: `l${i}`,
    from: pick(notes).id,
    to: pick(notes).id,
    text: pick(words),
    ...(chance.next() < 0.3 ? { share: 0.5 } : {}),
    ...(chance.next() < 0.2 ? { sides: ['top', 'auto'] as ['top', 'auto'] } : {}),
  }))
  const comments = [...notes.slice(0, 3), ...links.slice(0, 1), null].map((on, i) => ({
    ...{ id: `c${i}`, on: on?.id ?? null, parent: null, text: `Said ${i}` },
    resolved: chance.next() < 0.3,
  }))
  return { lanes, notes, links, groups, comments }
}

test('a board that is exported and imported is the same board, but for what the export says it leaves out', async () => {
  const first = chosenSeed()
  for (let seed = first; seed < first + 40; seed += 1) {
    const { board } = wallOf(anyBoard(seed))
    const xml = await written(board)
    expect((await new BpmnModdle().fromXML(xml)).warnings, `seed ${seed}`).toEqual([])
    const { board: after, losses } = await again(board)
    expect(kept(after), `seed ${seed}`).toEqual(kept(board))
    expect(countsOf(after), `seed ${seed}`).toEqual(countsOf(board))
    expect(losses, `seed ${seed}`).toEqual([])
  }
}, 60_000)

test.each(templateBoards())('the template $name comes back as it is, with the same counts', async ({ board }) => {
  const { board: after, losses } = await again(board)
  expect(countsOf(after)).toEqual(countsOf(board))
  expect(kept(after)).toEqual(kept(board))
  expect(losses).toEqual([])
})

describe.skipIf(referenceModels.length === 0)('reference models of the BPMN interchange group', () => {
  test.each(referenceModels)(
    '%s has the same counts, lanes, notes and links after export and import, and once more',
    async name => {
      const { board } = await referenceBoard(name)
      const { board: second } = await again(board)
      const { board: third } = await again(second)
      for (const after of [second, third]) {
        expect(countsOf(after)).toEqual(countsOf(board))
        expect(kept(after)).toEqual(kept(board))
      }
    },
  )
})
