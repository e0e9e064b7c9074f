import { expect, test } from 'vitest'
import { chosenSeed } from '#tests/drivers/random.ts'
import { inPostgres, inSqlite } from './kept.ts'
import { killAgainAndAgain } from './kill.ts'

const cases = [
  ['the server is killed', 50, 'roomy', inSqlite],
  ['the server is killed while its disk is full', 50, 'full now and then', inSqlite],
  ['the server and PostgreSQL are killed', 5, 'roomy', inPostgres],
] as const

for (const [when, kills, disk, keep] of cases)
  test(`nothing that was called saved or seen by another is lost when ${when}, and all end alike`, async () => {
    const seed = chosenSeed()
    console.log(`seed ${seed}`)
    const report = await killAgainAndAgain(seed, kills, disk, keep)
    expect(report).toMatchObject({ kills, lost: 0, refused: 0 })
    expect(Math.min(report.promised, report.seen)).toBeGreaterThan(kills * 0.4)
  }, 600_000)
