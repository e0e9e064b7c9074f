import { expect, test } from 'vitest'
import { chosenSeed } from '#tests/drivers/random.ts'
import { killAgainAndAgain } from './kill.ts'

const cases = [
  ['the server is killed', 'roomy'],
  ['the server is killed while its disk is full', 'full now and then'],
] as const

for (const [when, disk] of cases)
  test(`nothing that was called saved or seen by another is lost when ${when}, and all end alike`, async () => {
    const seed = chosenSeed()
    console.log(`seed ${seed}`)
    const report = await killAgainAndAgain(seed, 50, disk)
    expect(report).toMatchObject({ kills: 50, lost: 0, refused: 0 })
    expect(Math.min(report.promised, report.seen)).toBeGreaterThan(20)
  }, 600_000)
