import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { type BoardPlan, type BoardPlanInput, boardPlan, planOf } from '#lib/board/plan.ts'
import type { BoardSnapshot } from '#lib/board/snapshot.ts'
import { writeArchive } from '#lib/export/archive.ts'
import { csv } from '#lib/export/csv.ts'
import { excalidrawExport } from '#lib/export/excalidraw.ts'
import type { ExportFormat } from '#lib/export/format.ts'
import { jsonExport } from '#lib/export/json.ts'
import { jsonCanvasExport } from '#lib/export/json-canvas.ts'
import { xlsx } from '#lib/export/xlsx.ts'
import { readArchive } from '#lib/import/archive.ts'
import { readFile } from '#lib/import/index.ts'
import { noteKind, noteKinds } from '#lib/notes/kinds/index.ts'
import { paperIds } from '#lib/notes/papers.ts'
import { wallOf } from '#tests/drivers/boards.ts'
import { about } from '#tests/drivers/exported.ts'
import { type Chance, chosenSeed, pickOne, random } from '#tests/drivers/random.ts'

/*
 * import(export(board)) = board, for boards at random, less what a format says it loses:
 * JSON and the archive lose nothing. JSON Canvas and Excalidraw hold one version of the wall, its places in whole
 * pixels (JSON Canvas), no judgements, details, comments or outcomes; Excalidraw no names of groups and no sides of
 * links. CSV and the workbook's list hold notes with their lanes by name, in whole pixels, no sizes and no links.
 */
const seed = chosenSeed()
const boards = 25

const texts = [
  'Takes the order',
  '=HYPERLINK("http://x")',
  "'=1+1",
  '-6 °C; cold',
  'two\nlines, "quoted"',
  '\ttab first',
  '42',
  'Name',
  '👩‍🍳 朝食を作る',
  'قهوة',
  ' blanks around ',
  "it's <b>not</b> markup & stays",
]

function randomPlan(chance: Chance): BoardPlanInput {
  const lanes = ['Guest', 'Barista, "the" one', 'Kasse; Büro', '店'].slice(0, chance.below(5)).map((name, index) => ({
    id: `lane${index}`,
    name,
    actor: index === 0 ? ('customer' as const) : pickOne(chance, ['back-stage', 'system', 'partner'] as const),
    height: 240 + 40 * chance.below(5),
  }))
  const tops = lanes.map((_, index) => lanes.slice(0, index).reduce((sum, lane) => sum + lane.height, 0))
  const bottom = lanes.reduce((sum, lane) => sum + lane.height, 0)
  const notes = Array.from({ length: 1 + chance.below(12) }, (_, index) => {
    const at = lanes.length > 0 && chance.next() < 0.8 ? chance.below(lanes.length) : -1
    const verdict = chance.next() < 0.2 ? pickOne(chance, ['eliminate', 'improve', 'keep'] as const) : null
    return {
      id: `n${index}`,
      kind: pickOne(chance, noteKinds).id,
      text: pickOne(chance, texts),
      x: chance.below(3_000) - 200 + (chance.next() < 0.3 ? 0.5 : 0),
      y: (at < 0 ? bottom + 60 : (tops[at] ?? 0) + 20) + chance.below(100),
      ...(at < 0 ? {} : { lane: `lane${at}` }),
      ...(chance.next() < 0.4 ? { size: [120 + chance.below(100), 64 + chance.below(60)] as [number, number] } : {}),
      ...(chance.next() < 0.4 ? { colour: pickOne(chance, paperIds) } : {}),
      ...(chance.next() < 0.3 ? { group: `g${chance.below(2)}` } : {}),
      ...(chance.next() < 0.2 ? { locked: true } : {}),
      ...(chance.next() < 0.2 ? { tags: ['summer', 'bar'].slice(0, 1 + chance.below(2)) } : {}),
      ...(verdict ? { verdict } : {}),
    }
  })
  const links = Array.from({ length: chance.below(8) }, (_, index) => ({
    id: `l${index}`,
    from: pickOne(chance, notes).id,
    to: pickOne(chance, notes).id,
    text: chance.next() < 0.3 ? pickOne(chance, texts) : '',
    ...(chance.next() < 0.3 ? { sides: ['right', 'left'] as ['right', 'left'] } : {}),
  })).filter(({ from, to }) => from !== to)
  return {
    lanes,
    // A group of one is none.
    notes: notes.map(({ group, ...note }) =>
      group && notes.filter(one => one.group === group).length > 1 ? { ...note, group } : note,
    ),
    links: links.filter((one, at) => links.findIndex(({ from, to }) => from === one.from && to === one.to) === at),
    groups: [
      { id: 'g0', name: 'What hurts' },
      { id: 'g1', name: 'What helps' },
    ].filter(({ id }) => notes.filter(note => note.group === id).length > 1),
    outcomes: [{ id: 'main', promise: 'In four minutes.' }],
    comments: [{ id: 'k', on: notes[0]?.id ?? null, parent: null, text: 'Every night?', at: 7 }],
  }
}

const bytesOf = (written: string | Uint8Array) =>
  typeof written === 'string' ? new TextEncoder().encode(written) : written
async function again(format: ExportFormat, board: BoardSnapshot): Promise<BoardPlan> {
  const { plan } = await readFile(`x.${format.extension}`, bytesOf(await format.write(board, about)))
  return planOf(wallOf(plan).board)
}
const byId = <T extends { id: string }>(list: readonly T[]): T[] => list.toSorted((a, b) => (a.id < b.id ? -1 : 1))
/** A note's colour where it is not the one of its kind. */
const ownColour = ({ colour, kind }: BoardPlan['notes'][number]) =>
  colour && colour !== noteKind(kind).paper ? colour : null

/** What JSON Canvas and Excalidraw keep. */
const drawn = (plan: BoardPlan, round: (n: number) => number) => ({
  lanes: plan.lanes.map(({ name, actor, height }) => ({ name, actor, height })),
  notes: byId(plan.notes).map(note => ({
    ...{ id: note.id, kind: note.kind, text: note.text, x: round(note.x), y: round(note.y), size: note.size },
    ...{ lane: note.lane, colour: ownColour(note) },
  })),
  links: byId(plan.links).map(({ id, from, to, text }) => ({ id, from, to, text })),
})
/** What a list keeps: lanes by their names. */
const listed = (plan: BoardPlan) => {
  const names = new Map(plan.lanes.map(lane => [lane.id, lane.name]))
  return byId(plan.notes).map(note => ({
    ...{ id: note.id, kind: note.kind, text: note.text, x: Math.round(note.x), y: Math.round(note.y) },
    ...{ lane: names.get(note.lane ?? '') ?? '', verdict: note.verdict ?? null },
  }))
}

describe(`boards at random come back (SEED=${seed})`, () => {
  const chance = random(seed)
  const walls = Array.from({ length: boards }, () => {
    const { doc, board } = wallOf(boardPlan.parse(randomPlan(chance)))
    return { doc, board, plan: planOf(board) }
  })

  test('from JSON, without loss', async () => {
    for (const { board, plan } of walls) expect(await again(jsonExport, board)).toEqual(plan)
  })

  test('from an archive, without loss', async () => {
    for (const { doc, plan } of walls) {
      const history = [{ at: 1, actor: 'ann', update: Y.encodeStateAsUpdate(doc) }]
      const written = await writeArchive(history, { ...about, people: [], clients: [] }, () => '')
      expect((await readArchive(written)).plan).toEqual(plan)
    }
  })

  test('from JSON Canvas: lanes, notes, links with their sides, named groups', async () => {
    for (const { board, plan } of walls) {
      const back = await again(jsonCanvasExport, board)
      expect(drawn(back, Math.round)).toEqual(drawn(plan, Math.round))
      expect(byId(back.links).map(link => link.sides)).toEqual(byId(plan.links).map(link => link.sides))
      expect(byId(back.notes).map(note => note.group)).toEqual(byId(plan.notes).map(note => note.group))
      expect(byId(back.groups)).toEqual(byId(plan.groups))
    }
  })

  test('from Excalidraw: lanes, notes, links, locks', async () => {
    const exact = (n: number) => n
    for (const { board, plan } of walls) {
      const back = await again(excalidrawExport, board)
      expect(drawn(back, exact)).toEqual(drawn(plan, exact))
      expect(byId(back.notes).map(note => note.locked)).toEqual(byId(plan.notes).map(note => note.locked))
    }
  })

  test('from CSV: notes with kind, lane, place, colour and verdict', async () => {
    for (const { board, plan } of walls) {
      const back = await again(csv, board)
      expect(listed(back)).toEqual(listed(plan))
      expect(byId(back.notes).map(ownColour)).toEqual(byId(plan.notes).map(ownColour))
    }
  })

  test('from a workbook: the list of its notes', async () => {
    for (const { board, plan } of walls) {
      expect(listed(await again(xlsx, board))).toEqual(listed(plan))
    }
  })
})
