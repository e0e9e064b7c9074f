/** `npm test`: everything, on a machine that has nothing. Ends with `N passed, N failed`. */
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { build, install, node, root, run } from '../server/cli/setup.mjs'
import { browser } from './browser.mjs'
import { postgres } from './postgres.mjs'

install()
const output = join(root, 'tests', '.output')
rmSync(output, { recursive: true, force: true })
mkdirSync(output, { recursive: true })

let passed = 0
let failed = 0
const count = (ok, name) => {
  if (ok) passed += 1
  else failed += 1
  console.log(`${ok ? 'passed' : 'FAILED'}: ${name}`)
}
const tool = (...path) => join(root, 'node_modules', ...path)
/** A report that was not written means that the runner itself broke: one failure. */
function add(name, read) {
  try {
    const [good, bad] = read(JSON.parse(readFileSync(join(output, name), 'utf8')))
    passed += good
    failed += bad
    return bad
  } catch {
    failed += 1
    return 0
  }
}

count(
  run(node, [
    tool('@biomejs', 'biome', 'bin', 'biome'),
    'check',
    '--config-path=.biome.json',
    '--error-on-warnings',
    '.',
  ]) === 0,
  'lint',
)
count(run(node, ['tests/house/main.ts', '--check']) === 0, 'folders look down')
count(
  run(node, [tool('knip', 'bin', 'knip.js'), '--config', 'tests/knip.jsonc']) === 0,
  'every file, export and dependency is used',
)
const types = project => run(node, [tool('typescript', 'bin', 'tsc'), '--noEmit', '-p', project]) === 0
count(types('tsconfig.json'), 'types')
count(types('tests/tsconfig.browsers.json'), 'types, with what the oldest browsers have')

const programs = postgres()
if (programs === null) count(false, 'a PostgreSQL for the contract tests')
const unit = run(
  node,
  [
    tool('vitest', 'vitest.mjs'),
    'run',
    '--config',
    'tests/vitest.config.ts',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${join(output, 'unit.json')}`,
  ],
  programs === null ? {} : { POSTGRES_BIN: programs },
)
const unitFailed = add('unit.json', report => [report.numPassedTests, report.numFailedTests])
if (unit !== 0 && unitFailed === 0) failed += 1

const executable = browser()
if (executable === null) {
  count(false, 'a browser for the end-to-end tests')
} else {
  build()
  count(run(node, ['tests/house/oldest.ts']) === 0, 'the pages, with what the oldest browsers have')
  const e2e = run(node, [tool('@playwright', 'test', 'cli.js'), 'test', '--config', 'tests/playwright.config.ts'], {
    CHROMIUM: executable,
    E2E_REPORT: join(output, 'e2e.json'),
  })
  const e2eFailed = add('e2e.json', ({ stats }) => [stats.expected + stats.flaky, stats.unexpected])
  if (e2e !== 0 && e2eFailed === 0) failed += 1
}

console.log(`\n${passed} passed, ${failed} failed`)
process.exit(failed === 0 ? 0 : 1)
