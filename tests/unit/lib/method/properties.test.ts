import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { addNotes, moveNotes, setNotes } from '#lib/board/commands/notes.ts'
import { setFields, textOf, type Writer } from '#lib/board/commands/writer.ts'
import { BoardModel } from '#lib/board/model.ts'
import type { BoardSnapshot } from '#lib/board/snapshot.ts'
import { analysisOf } from '#lib/method/analysis.ts'
import { buildFlow } from '#lib/method/graph.ts'
import { numbersFor } from '#lib/method/numbers.ts'
import { inOnePiece } from '#lib/method/parts.ts'
import { likelyPaths } from '#lib/method/paths.ts'
import { pointsAlong } from '#lib/method/points.ts'
import { buildWall, type WallPlan } from '#tests/drivers/wall.ts'

/** SEED repeats a run; fast-check prints the seed and the shrunken wall when one fails. */
const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31))
console.log(`method properties: SEED=${seed}`)
const runs = { seed, numRuns: 150 }

const lanes = { c: 'customer', f: 'front-stage', b: 'back-stage', s: 'supplier' } as const
const kinds = ['step', 'step', 'step', 'decision', 'moment-of-truth', 'business-rule', 'plain', 'outcome'] as const
const ids = ['n0', 'n1', 'n2', 'n3', 'n4', 'n5', 'n6', 'n7', 'n8']

const details = fc.record(
  {
    kind: fc.constantFrom(...kinds),
    firstTimeRight: fc.double({ min: 0, max: 1, noNaN: true }),
    processing: fc.integer({ min: 0, max: 500 }),
    waiting: fc.integer({ min: 0, max: 500 }),
    feeling: fc.integer({ min: -2, max: 2 }),
  },
  { requiredKeys: ['kind'] },
)
const linkDetails = fc.record(
  {
    share: fc.constantFrom(0, 0.1, 0.5, 1),
    mark: fc.constantFrom({ kind: 'mot', state: 'confirmed' }, { kind: 'bp', state: 'confirmed' }),
  },
  { requiredKeys: [] },
)

const walls: fc.Arbitrary<WallPlan> = fc
  .record({
    notes: fc.array(fc.tuple(fc.constantFrom('c', 'f', 'b', 's', null), details), { minLength: 2, maxLength: 9 }),
    links: fc.uniqueArray(fc.tuple(fc.nat(8), fc.nat(8), linkDetails), {
      selector: ([a, b]) => a * 9 + b,
      maxLength: 14,
    }),
  })
  .map(({ notes, links }) => ({
    lanes,
    notes: Object.fromEntries(notes.map((note, i) => [`n${i}`, note])),
    links: links
      .filter(([from, to]) => from < notes.length && to < notes.length && from !== to)
      .map(([from, to, fields]) => [`n${from}>n${to}`, fields]),
  }))

/** Every number the method says about a board, without the names it says them under. */
function allNumbers(board: BoardSnapshot) {
  return (['as-is', 'to-be'] as const).map(view => {
    const analysis = analysisOf(board, view)
    const { rty, lead, processing, work, cost, activityRatio } = analysis.numbers()
    return {
      counts: analysis.counts,
      outsideIn: analysis.outsideIn,
      rework: analysis.rework.length,
      orphans: analysis.orphans.map(({ id }) => id).sort(),
      paths: analysis.paths().map(({ share, notes }) => [share.toFixed(9), notes.length]),
      numbers: [rty.value, lead, processing, work, cost, activityRatio ?? -1].map(n => n.toFixed(6)),
    }
  })
}

test('eliminating a note or a link never raises the number of points of failure on the wall or of any path', () => {
  fc.assert(
    fc.property(walls, fc.constantFrom('notes' as const, 'links' as const), fc.nat(13), (plan, root, nth) => {
      const { board, writer } = buildWall(plan)
      const victim = [...board[root].keys()][nth]
      fc.pre(victim !== undefined)
      const before = analysisOf(board, 'to-be')
      const beforeOf = new Map(before.points.map(point => [point.id, point]))
      setFields(writer, root, victim, { verdict: 'eliminate' })
      const after = analysisOf(board, 'to-be')
      expect(after.counts.all.total).toBeLessThanOrEqual(before.counts.all.total)
      // A path that is left is a path that was there, with none but the points it had.
      const flow = buildFlow(after.projection)
      for (const start of flow.notes.values())
        for (const path of inOnePiece(likelyPaths(start, 6)))
          for (const point of pointsAlong(after.points, path.notes, path.links))
            expect(beforeOf.has(point.id)).toBe(true)
    }),
    runs,
  )
})

/** Steps that lead to later ones alone, every way out with a share, and no two ways that every case takes. */
const branching = fc
  .record({
    steps: fc.array(
      fc.record({
        firstTimeRight: fc.double({ min: 0, max: 1, noNaN: true }),
        processing: fc.integer({ min: 0, max: 500 }),
        waiting: fc.integer({ min: 0, max: 500 }),
      }),
      { minLength: 2, maxLength: 8 },
    ),
    ways: fc.array(fc.tuple(fc.nat(7), fc.nat(7), fc.integer({ min: 1, max: 9 })), { maxLength: 16 }),
  })
  .map(({ steps, ways }) => {
    const out = steps.map(() => new Map<number, number>())
    for (const [a, b, weight] of ways) {
      const [from, to] = [Math.min(a, b), Math.max(a, b)]
      if (from !== to && to < steps.length) out[from]?.set(to, weight)
    }
    const shares = out.map(to => {
      const all = [...to.values()].reduce((sum, weight) => sum + weight, 0)
      return [...to].map(([next, weight]) => [next, weight / all] as const)
    })
    return { steps, shares }
  })

test('lead time and yield of branching ways are those of every single way, weighted by its share', () => {
  fc.assert(
    fc.property(branching, ({ steps, shares }) => {
      // A piece apart is never added up: only what the first step leads to is asked for.
      const ways: { share: number; lead: number; rate: number }[] = []
      const walk = (at: number, share: number, lead: number, rate: number) => {
        const step = steps[at]
        if (!step) return
        const here = { lead: lead + step.processing + step.waiting, rate: rate * step.firstTimeRight }
        const next = shares[at] ?? []
        if (next.length === 0) ways.push({ share, ...here })
        for (const [to, part] of next) walk(to, share * part, here.lead, here.rate)
      }
      walk(0, 1, 0, 1)
      const { board } = buildWall({
        notes: Object.fromEntries(steps.map((step, i) => [`n${i}`, [null, step]])),
        links: shares.flatMap((next, from) =>
          next.map(([to, share]): [string, { share: number }] => [`n${from}>n${to}`, { share }]),
        ),
      })
      const flow = buildFlow(board)
      const start = flow.notes.get('n0')
      const { lead, rty } = inOnePiece(numbersFor(flow, { starts: start ? [start] : [] }))
      const sum = (of: (way: (typeof ways)[number]) => number) =>
        ways.reduce((all, way) => all + way.share * of(way), 0)
      expect(lead).toBeCloseTo(
        sum(way => way.lead),
        6,
      )
      expect(rty.value).toBeCloseTo(
        sum(way => way.rate),
        9,
      )
    }),
    runs,
  )
})

test('a loop that a share goes back takes 1/(1−p) passes, wherever it lies and however long it is', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 500 }), { minLength: 2, maxLength: 8 }),
      fc.nat(7),
      fc.nat(7),
      fc.double({ min: 0.01, max: 0.95, noNaN: true }),
      (times, a, b, back) => {
        const [first, last] = [Math.min(a, b), Math.max(a, b)]
        fc.pre(first < last && last < times.length - 1)
        const { board } = buildWall({
          notes: Object.fromEntries(times.map((processing, i) => [`n${i}`, [null, { processing }]])),
          links: [...times.slice(1).map((_, i) => `n${i}>n${i + 1}`), [`n${last}>n${first}`, { share: back }]],
        })
        const once = times.reduce((sum, time) => sum + time, 0)
        const within = times.slice(first, last + 1).reduce((sum, time) => sum + time, 0)
        const { lead } = analysisOf(board, 'as-is').numbers()
        expect(lead / (once + within * (1 / (1 - back) - 1) || 1)).toBeCloseTo(once === 0 ? 0 : 1, 6)
      },
    ),
    runs,
  )
})

test('renaming a note, or moving it inside its lane, changes no number', () => {
  fc.assert(
    fc.property(walls, fc.constantFrom(...ids), fc.integer({ min: -900, max: 3_000 }), (plan, id, x) => {
      const { board, writer, doc } = buildWall(plan)
      const note = board.notes.get(id)
      fc.pre(note !== undefined)
      const before = allNumbers(board)
      moveNotes(writer, board, new Map([[id, { x, y: note?.y ?? 0 }]]))
      textOf(doc, 'notes', id)?.insert(0, 'Renamed ')
      expect(board.notes.get(id)).toMatchObject({ x, text: expect.stringMatching(/^Renamed/) })
      expect(allNumbers(board)).toEqual(before)
    }),
    runs,
  )
})

const edits = fc.array(
  fc.record({
    id: fc.constantFrom(...ids),
    what: fc.constantFrom('move', 'judge', 'mark', 'detail', 'add', 'link'),
    n: fc.nat(900),
  }),
  { maxLength: 8 },
)

function edit(doc: Y.Doc, who: string, steps: readonly { id: string; what: string; n: number }[]): void {
  const board = new BoardModel(doc)
  let made = 0
  const writer: Writer = { doc, newId: () => `${who}${made++}` }
  for (const { id, what, n } of steps) {
    if (what === 'move') moveNotes(writer, board, new Map([[id, { x: n, y: n }]]))
    if (what === 'judge') setNotes(writer, 'verdict', [id], { verdict: n % 2 ? 'eliminate' : 'improve' })
    if (what === 'mark')
      setFields(writer, 'notes', id, { mark: { kind: 'bp', state: n % 2 ? 'confirmed' : 'dismissed' } })
    if (what === 'detail') setFields(writer, 'notes', id, { processing: n, firstTimeRight: n / 900 })
    if (what === 'add') addNotes(writer, board, [{ kind: 'step', x: n, y: n }])
    if (what === 'link') {
      const to = ids[n % ids.length] ?? 'n0'
      if (to !== id && board.notes.has(id) && board.notes.has(to)) {
        const link = new Y.Map<unknown>([
          ['ends', [id, to]],
          ['text', new Y.Text()],
        ])
        doc.getMap('links').set(writer.newId(), link)
      }
    }
  }
}

test('the order in which two people’s edits arrive does not matter', () => {
  fc.assert(
    fc.property(walls, edits, edits, (plan, mine, yours) => {
      const start = Y.encodeStateAsUpdate(buildWall(plan).doc)
      const [a, b] = [new Y.Doc(), new Y.Doc()]
      for (const doc of [a, b]) Y.applyUpdate(doc, start)
      edit(a, 'mine', mine)
      edit(b, 'yours', yours)
      const [ab, ba] = [new Y.Doc(), new Y.Doc()]
      for (const update of [start, Y.encodeStateAsUpdate(a), Y.encodeStateAsUpdate(b)]) Y.applyUpdate(ab, update)
      for (const update of [start, Y.encodeStateAsUpdate(b), Y.encodeStateAsUpdate(a)]) Y.applyUpdate(ba, update)
      const [first, second] = [new BoardModel(ab), new BoardModel(ba)]
      expect(allNumbers(first)).toEqual(allNumbers(second))
      const codes = (board: BoardModel) => analysisOf(board, 'as-is').points.map(({ code, id }) => `${code} ${id}`)
      expect(codes(first)).toEqual(codes(second))
    }),
    runs,
  )
})
