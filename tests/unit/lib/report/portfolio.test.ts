import { expect, test } from 'vitest'
import { portfolioOf } from '#lib/report/portfolio.ts'
import { reportOf } from '#lib/report/report.ts'
import { type BoardSummary, boardText, patternKey, summary, summaryOf } from '#lib/report/summary.ts'
import { coffee } from '#lib/templates/coffee.ts'
import { writeTemplate } from '#lib/templates/write.ts'
import { emptyWall } from '#tests/drivers/boards.ts'

function coffeeBoard() {
  const wall = emptyWall()
  writeTemplate(wall.writer, coffee)
  return wall.board
}

test('the coffee board comes to five points of failure and two, with every verdict and its owner', () => {
  const report = reportOf(coffeeBoard(), () => null)
  expect(report.before.points).toEqual({ mot: 2, bp: 2, br: 1, total: 5 })
  expect(report.after.points).toEqual({ mot: 2, bp: 0, br: 0, total: 2 })
  expect(report.points.map(point => point.code)).toEqual(['M1', 'B1', 'R1', 'B2', 'M2'])
  expect(report.verdicts).toEqual({ eliminate: 3, improve: 2, keep: 0, undecided: 0 })
  expect(report.actions.every(action => action.verdictOwner)).toBe(true)
  expect(report.before.rty).toBeLessThan(report.after.rty)
})

test('a summary survives being kept as JSON, and the text has what people wrote anywhere', () => {
  const board = coffeeBoard()
  const kept = summaryOf(
    board,
    reportOf(board, () => null),
  )
  expect(summary.parse(JSON.parse(JSON.stringify(kept)))).toEqual(kept)
  expect(kept.patterns).toEqual(
    expect.arrayContaining([
      { kind: 'bp', label: 'Waiter → Barista' },
      { kind: 'br', label: expect.stringContaining('double') },
    ]),
  )
  const { notes, outcome } = boardText(board)
  expect(notes).toMatch(/Paper slip/)
  expect(outcome).toMatch(/65 °C/)
})

test('the same rule is the same whatever its capitals, accents and full stops', () => {
  expect(patternKey('What is a “double”?')).toBe(patternKey('what is a double'))
  expect(patternKey('Crédit → Risk')).not.toBe(patternKey('Risk → Credit'))
})

const counted = (id: string, more: Partial<BoardSummary>, seriesId = id, month = 1) => {
  const board = coffeeBoard()
  const kept = summaryOf(
    board,
    reportOf(board, () => null),
  )
  return { id, title: id, finishedAt: Date.UTC(2026, month, 3), seriesId, summary: { ...kept, ...more } }
}

test('a portfolio counts the newest board of each process, and finds what several have', () => {
  const action = (label: string, due: string | null, done = false) => ({ label, owner: null, due, done })
  const portfolio = portfolioOf(
    [
      counted('old', { actions: [action('gone', '2020-01-01')] }, 'a', 0),
      counted(
        'new',
        { actions: [action('late', '2026-02-01'), action('later', null), action('did', null, true)] },
        'a',
      ),
      counted('other', { actions: [action('soon', '2026-04-01')] }, 'b'),
    ],
    '2026-03-01',
  )
  expect(portfolio.boards).toBe(3)
  expect(portfolio.points).toEqual({ before: 10, after: 4 })
  expect(portfolio.actions).toEqual({ open: 3, overdue: 1, done: 1 })
  expect(portfolio.due.map(one => one.label)).toEqual(['late', 'soon', 'later'])
  expect(portfolio.trend.map(one => [one.month, one.boards])).toEqual([
    ['2026-01', 1],
    ['2026-02', 2],
  ])
  const rule = portfolio.repeated.find(one => one.kind === 'br')
  expect(rule?.on.map(board => board.id)).toEqual(['new', 'other'])
})
