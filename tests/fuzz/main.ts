/**
 * `npm run fuzz [-- name …]`: the long random runs. Each prints its seed; SEED repeats one. Ends with 1 if any failed.
 */
import { chosenSeed } from '#tests/drivers/random.ts'
import { abuseAtSize } from './abuse/at-size.ts'
import { inPostgres } from './kept.ts'
import { killAgainAndAgain } from './kill.ts'
import { mutateAtLength } from './mutate.ts'
import { seekSlowPatterns } from './redos.ts'
import { soakAtSize } from './soak/soak.ts'

/** Answers what was done, for a line of output; throws when something did not hold. */
type Fuzzer = (seed: number) => Promise<unknown>

type How = Parameters<typeof killAgainAndAgain>
const kills: (disk: How[2], keep?: How[3]) => Fuzzer = (disk, keep) => async seed => {
  const report = await killAgainAndAgain(seed, 100, disk, keep)
  if (report.lost > 0 || report.refused > 0) throw new Error(JSON.stringify(report))
  return report
}

const fuzzers: Record<string, Fuzzer> = {
  mutants: async seed => mutateAtLength(seed, 300_000),
  kills: kills('roomy'),
  'kills-full-disk': kills('full now and then'),
  'kills-postgres': kills('roomy', inPostgres),
  abuse: abuseAtSize,
  soak: soakAtSize,
  redos: seekSlowPatterns,
}

const seed = chosenSeed()
const asked = process.argv.slice(2)
for (const [name, fuzzer] of Object.entries(fuzzers)) {
  if (asked.length > 0 && !asked.includes(name)) continue
  console.log(`${name}: seed ${seed}`)
  try {
    console.log(`${name}: passed`, await fuzzer(seed))
  } catch (error) {
    process.exitCode = 1
    console.error(`${name}: FAILED (SEED=${seed})`, error)
  }
}
