/**
 * `npm run mutate [-- FOLDER or FILE …]`: changes the code in small ways, one at a time, and runs the tests: a change
 * that no test notices is printed. Ends with a table, and fails where a folder has less than 90 in 100 noticed.
 */
import { existsSync, readFileSync } from 'node:fs'
import { setPriority } from 'node:os'
import { relative } from 'node:path'
import { Stryker } from '@stryker-mutator/core'
import { equal } from './equal/index.ts'
import { folders } from './folders.ts'

/** In 100: how many changes the tests of a folder must notice. */
const wanted = 90
const asked = process.argv.slice(2)
for (const path of asked)
  if (!existsSync(path) || !Object.keys(folders).some(folder => path === folder || path.startsWith(`${folder}/`))) {
    console.error(`${path} is not in ${Object.keys(folders).join(', ')}.`)
    process.exit(1)
  }
setPriority(10)

const rows: Record<string, { changes: number; noticed: number; equal: number; missed: number; score: number }> = {}
const found = new Set<(typeof equal)[number]>()
for (const folder of Object.keys(folders)) {
  const within = asked.filter(path => path === folder || path.startsWith(`${folder}/`))
  if (asked.length > 0 && within.length === 0) continue
  const results = await change(folder, within.length > 0 ? within : [folder])
  const noticed = results.filter(({ status }) => status === 'Killed' || status === 'Timeout').length
  let missed = 0
  let same = 0
  for (const { fileName, location, mutatorName, replacement, status } of results) {
    if (status !== 'Survived' && status !== 'NoCoverage') continue
    const file = relative('.', fileName)
    const line = readFileSync(file, 'utf8').split('\n')[location.start.line - 1] ?? ''
    const known = equal.find(one => one.file === file && line.includes(one.line) && one.becomes === replacement)
    if (known) {
      found.add(known)
      same += 1
      continue
    }
    missed += 1
    console.log(`${file}:${location.start.line}:${location.start.column} ${status}, ${mutatorName}: ${replacement}`)
    console.log(`  ${line.trim()}`)
  }
  const score = Math.floor((noticed / (noticed + missed)) * 1000) / 10
  rows[folder] = { changes: results.length, noticed, equal: same, missed, score }
}
console.table(rows)
const stale = equal.filter(one => !found.has(one) && Object.keys(rows).some(folder => one.file.startsWith(folder)))
if (asked.every(path => Object.hasOwn(folders, path)))
  for (const { file, line, becomes } of stale) console.error(`Not equal, or gone: ${file}, “${line}” → ${becomes}`)
const enough = Object.values(rows).every(({ score }) => score >= wanted)
if (!enough) console.error(`At least ${wanted} in 100 changes are to be noticed in each folder.`)
process.exit(enough ? 0 : 1)

/** Every change of the files, and whether a test notices it. What has not changed since the last time is remembered. */
function change(folder: string, paths: readonly string[]) {
  process.env.MUTATED = folder
  const cache = `node_modules/.cache/mutate/${folder.replace('/', '-')}`
  return new Stryker({
    mutate: paths.map(path => (path.endsWith('.ts') ? path : `${path}/**/*.ts`)),
    testRunner: 'vitest',
    plugins: ['@stryker-mutator/vitest-runner'],
    vitest: { configFile: 'tests/mutate/vitest.config.ts', related: false },
    coverageAnalysis: 'perTest',
    concurrency: 2,
    // The tool reads it through an API that TypeScript 7 does not have; without one it leaves paths alone.
    tsconfigFile: 'tests/mutate/none.json',
    ignorePatterns: ['**', '!{lib,components,server,tests}/**', '!package.json', 'tests/.output', 'tests/bench/peers'],
    tempDirName: 'tests/.output/mutate',
    incremental: true,
    incrementalFile: `${cache}.json`,
    // Generous: on a busy machine a slow run is no sign of a change that was noticed.
    timeoutMS: 20_000,
    timeoutFactor: 4,
    dryRunTimeoutMinutes: 10,
    reporters: ['progress-append-only', 'json'],
    jsonReporter: { fileName: `${cache}-report.json` },
    allowConsoleColors: false,
  }).runMutationTest()
}
