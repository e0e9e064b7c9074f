import { expect, test } from 'vitest'
import { BoardUndo } from '#lib/board/undo.ts'
import { analysisOf } from '#lib/method/analysis.ts'
import {
  addOutcome,
  answerDoubt,
  closeGap,
  confirmPoint,
  dismissPoint,
  forgetPoint,
  giveVerdict,
  goOnInParallel,
  removeOutcome,
  setCrown,
  setDetails,
} from '#lib/method/commands/method.ts'
import { buildWall } from '#tests/drivers/wall.ts'

const wall = () =>
  buildWall({
    lanes: { customer: 'customer', desk: 'front-stage', office: 'back-stage' },
    notes: { a: 'customer', b: 'desk', c: 'office' },
    links: ['a>b', 'b>c'],
  })

test('what people say of a point is one step to undo each', () => {
  const { board, writer, doc } = wall()
  const undo = new BoardUndo(doc)
  const link = { root: 'links', id: 'b>c' } as const
  confirmPoint(writer, link, 'bp')
  dismissPoint(writer, link, 'bp', ' Same desk ')
  expect(board.links.get('b>c')?.mark).toEqual({ kind: 'bp', state: 'dismissed', reason: 'Same desk' })
  undo.undo()
  expect(board.links.get('b>c')?.mark).toEqual({ kind: 'bp', state: 'confirmed' })
  forgetPoint(writer, link)
  expect(board.links.get('b>c')?.mark).toBeNull()
  answerDoubt(writer, { root: 'notes', id: 'c' }, 'orphan', 'dismissed', 'The law asks for it')
  expect(board.notes.get('c')?.orphan).toEqual({ state: 'dismissed', reason: 'The law asks for it' })
})

test('closing the gap of an eliminated step links what was before it to what comes after it, on the to-be only', () => {
  const { board, writer } = wall()
  giveVerdict(writer, [{ root: 'notes', id: 'b' }], { verdict: 'eliminate', verdictReason: 'Serves nobody' })
  const [gap] = analysisOf(board, 'to-be').projection.gaps
  if (!gap) throw new Error('no gap')
  closeGap(writer, board, gap)
  expect(analysisOf(board, 'to-be').projection.gaps).toEqual([])
  expect(analysisOf(board, 'to-be').counts.all).toMatchObject({ mot: 1, bp: 0 })
  expect(analysisOf(board, 'as-is').counts.all).toMatchObject({ mot: 1, bp: 1 })
})

test('closing the gap of an eliminated hand-off keeps the order and makes no new point of failure', () => {
  const { board, writer } = wall()
  giveVerdict(writer, [{ root: 'links', id: 'b>c' }], { verdict: 'eliminate' })
  const [gap] = analysisOf(board, 'to-be').projection.gaps
  if (!gap) throw new Error('no gap')
  closeGap(writer, board, gap)
  const toBe = analysisOf(board, 'to-be')
  expect(toBe.projection.gaps).toEqual([])
  expect(toBe.counts.all).toMatchObject({ mot: 1, bp: 0 })
})

test('ways that both happen are no decision any more', () => {
  const { board, writer } = buildWall({
    lanes: { d: 'front-stage' },
    notes: { a: 'd', b: 'd', c: 'd' },
    links: ['a>b', 'a>c'],
  })
  expect(analysisOf(board, 'as-is').counts.all.br).toBe(1)
  goOnInParallel(writer, board, 'a')
  expect(analysisOf(board, 'as-is').counts.all.br).toBe(0)
})

test('details are written, and the first outcome is the customer’s', () => {
  const { board, writer } = wall()
  setDetails(writer, [{ root: 'notes', id: 'b' }], { processing: 12, value: 'va' })
  expect(board.notes.get('b')).toMatchObject({ processing: 12, value: 'va' })
  expect(addOutcome(writer, board)).toBe('main')
  const second = addOutcome(writer, board, 'Repairer')
  expect(board.outcomes.map(({ stakeholder }) => stakeholder)).toEqual(['', 'Repairer'])
  removeOutcome(writer, second)
  expect(board.outcomes).toHaveLength(1)
})

test('several are described and judged in one step each, and keep the other sides of their own crown', () => {
  const { board, writer, doc } = wall()
  const [b, link] = [{ root: 'notes', id: 'b' } as const, { root: 'links', id: 'b>c' } as const]
  setCrown(writer, board, [b], 'revenue', { way: 'up', amount: 3 })
  const undo = new BoardUndo(doc)
  setDetails(writer, [b, { root: 'notes', id: 'c' }], { system: 'Phone' })
  undo.seal()
  setCrown(writer, board, [b, link], 'cost', { way: 'down' })
  expect([board.notes.get('b')?.crown, board.links.get('b>c')?.crown]).toEqual([
    { revenue: { way: 'up', amount: 3 }, cost: { way: 'down' } },
    { cost: { way: 'down' } },
  ])
  undo.undo()
  expect([board.notes.get('b')?.crown, board.links.get('b>c')?.crown]).toEqual([
    { revenue: { way: 'up', amount: 3 } },
    null,
  ])
  expect([board.notes.get('b')?.system, board.notes.get('c')?.system]).toEqual(['Phone', 'Phone'])
  undo.undo()
  expect([board.notes.get('b')?.system, board.notes.get('c')?.system]).toEqual([null, null])
  setCrown(writer, board, [b], 'revenue', null)
  expect(board.notes.get('b')?.crown).toBeNull()
})

test('each thing said is named in the history as what it is', () => {
  const { board, writer, doc } = wall()
  const names: unknown[] = []
  doc.on('afterTransaction', ({ origin }) => names.push(origin.command))
  const link = { root: 'links', id: 'b>c' } as const
  confirmPoint(writer, link, 'bp')
  dismissPoint(writer, link, 'bp', '')
  forgetPoint(writer, link)
  answerDoubt(writer, link, 'rework', 'confirmed')
  answerDoubt(writer, link, 'orphan', null)
  setDetails(writer, [link], { cause: 'x' })
  giveVerdict(writer, [link], { verdict: 'keep' })
  setCrown(writer, board, [link], 'cost', { way: 'down' })
  goOnInParallel(writer, board, 'a')
  removeOutcome(writer, addOutcome(writer, board))
  expect(names).toEqual([
    ...['failure.confirm', 'failure.dismiss', 'failure.forget', 'failure.rework', 'failure.orphan', 'detail.set'],
    ...['verdict.give', 'verdict.crown', 'detail.parallel', 'outcome.add', 'outcome.remove'],
  ])
})

test('a doubt is answered with a reason or without, and asked again', () => {
  const { board, writer } = wall()
  const link = { root: 'links', id: 'b>c' } as const
  answerDoubt(writer, link, 'rework', 'confirmed', ' The form ')
  expect(board.links.get('b>c')?.rework).toEqual({ state: 'confirmed', reason: 'The form' })
  answerDoubt(writer, link, 'rework', 'dismissed', '  ')
  expect(board.links.get('b>c')?.rework).toEqual({ state: 'dismissed' })
  answerDoubt(writer, link, 'rework', null)
  expect(board.links.get('b>c')?.rework).toBeNull()
})

test('only the ways out of one note go on in parallel', () => {
  const { board, writer } = wall()
  goOnInParallel(writer, board, 'a')
  expect([board.links.get('a>b')?.share, board.links.get('b>c')?.share]).toEqual([1, null])
})

const gapOf = (board: ReturnType<typeof wall>['board']) => {
  const [gap] = analysisOf(board, 'to-be').projection.gaps
  if (!gap) throw new Error('There is no gap.')
  return gap
}

test('the link that closes a gap is of the to-be, with the share of cases that went there, and no mark of its own', () => {
  const { board, writer } = buildWall({
    lanes: { customer: 'customer', desk: 'front-stage' },
    notes: { a: 'customer', b: ['desk', { verdict: 'eliminate' }], c: 'desk', d: 'desk' },
    links: ['a>b', ['b>c', { share: 0.25 }], ['b>d', { share: 0.75 }]],
  })
  closeGap(writer, board, gapOf(board))
  const made = [...board.links.values()].slice(3)
  expect(made).toMatchObject([
    { from: 'a', to: 'c', version: 'to-be', share: 0.25, mark: null },
    { from: 'a', to: 'd', version: 'to-be', share: 0.75, mark: null },
  ])
})

test('where a hand-off was eliminated the new link is dismissed as the point that it was, with the reason', () => {
  const closed = (from: string, to: string, verdictReason?: string) => {
    const { board, writer } = wall()
    giveVerdict(writer, [{ root: 'links', id: `${from}>${to}` }], {
      verdict: 'eliminate',
      ...(verdictReason ? { verdictReason } : {}),
    })
    closeGap(writer, board, gapOf(board))
    return [...board.links.values()].at(-1)?.mark
  }
  expect(closed('b', 'c')).toEqual({ kind: 'bp', state: 'dismissed', reason: 'The hand-off was eliminated.' })
  expect(closed('a', 'b', ' One desk ')).toEqual({ kind: 'mot', state: 'dismissed', reason: 'Eliminated: One desk' })
  expect(closed('b', 'c', 'x'.repeat(600))?.reason?.length).toBeLessThanOrEqual(600)
})

test('a gap whose notes are gone meanwhile is left open', () => {
  const { board, writer } = wall()
  giveVerdict(writer, [{ root: 'notes', id: 'b' }], { verdict: 'eliminate' })
  const gap = gapOf(board)
  const gone = {
    ...gap,
    bridges: gap.bridges.flatMap(one => [
      { ...one, from: 'gone' },
      { ...one, to: 'gone' },
    ]),
  }
  closeGap(writer, board, gone)
  expect(board.links.size).toBe(2)
})
