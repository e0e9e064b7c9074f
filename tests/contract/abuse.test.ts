import { expect, test } from 'vitest'
import { askAgainAndAgain } from '#tests/fuzz/abuse/asking.ts'
import { showAtWill } from '#tests/fuzz/abuse/cursors.ts'
import { fillBoard } from '#tests/fuzz/abuse/full-board.ts'
import { writeAndDelete } from '#tests/fuzz/abuse/log-growth.ts'
import { refusedUpdates } from '#tests/fuzz/abuse/refused-updates.ts'

/**
 * What is allowed, done too often. Each abuse is made on a server in a process of its own, and what it costs is
 * compared with what one piece of the same work costs in this run; at size it is `npm run fuzz -- abuse`.
 */

test.each([
  ['an observer', 'observer'],
  ['a contributor', 'contributor'],
] as const)(
  'updates of %s that are refused, again and again, end in closed sockets and hold nobody up',
  async (_, who) => {
    const { closed, cpu, reference, honest } = await refusedUpdates(who, 1500)
    expect(closed).toBeGreaterThan(0)
    expect(honest).toBeGreaterThan(0)
    expect(cpu).toBeLessThan(800 * reference)
  },
)

test('questions over many sockets whose answers nobody reads hold neither the loop nor memory for each of them', async () => {
  const questions = 600
  const { turn, grown, size, reference, honest } = await askAgainAndAgain(questions, 10, 3000)
  expect(honest).toBeGreaterThan(0)
  expect(turn).toBeLessThan(20 * reference)
  expect(grown).toBeLessThan((questions * size) / 2)
})

test('contributors who fill a board leave the facilitator room for notes, and for taking off', async () => {
  const { stopped, takenOff, added, honest, turn } = await fillBoard(2, 18 * 2 ** 20)
  expect(stopped.at(-1)).toBe('size.board')
  expect({ takenOff, added }).toEqual({ takenOff: true, added: true })
  expect(honest).toBeGreaterThan(0)
  expect(turn).toBeLessThan(1000)
}, 300_000)

test('cursors and questions for them over many sockets are shown to nobody as often, and heap nothing up', async () => {
  const { seen, unknown, messages, grown, honest } = await showAtWill(10, 100)
  expect(unknown).toBe(false)
  expect(seen).toBeLessThan(messages)
  expect(grown).toBeLessThan(messages * 100 * 1024)
  expect(honest).toBeGreaterThan(0)
}, 300_000)

test('a log does not grow without end under a board that stays small', async () => {
  const { logged, stopped, honest } = await writeAndDelete(12)
  expect(stopped).toBe('held-back')
  expect(logged).toBeLessThan(10)
  expect(honest).toBeGreaterThan(0)
}, 300_000)
