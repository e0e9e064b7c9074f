import { expect, test } from 'vitest'
import { chosenSeed } from '#tests/drivers/random.ts'
import { soakThrough } from './soak/soak.ts'

/** At size it is `npm run fuzz -- soak`. */
test('what a server holds when everybody has gone is what it held before they came', async () => {
  const seed = chosenSeed()
  console.log(`seed ${seed}`)
  const { start, afterBoards, afterWork, acts } = await soakThrough(seed, { boards: 40, workshops: 3, time: 5_000 })
  expect(acts).toBeGreaterThan(50)
  expect(afterBoards.heap).toBeLessThan(start.heap * 1.1)
  expect(afterWork.heap).toBeLessThan(start.heap * 1.1)
}, 600_000)
