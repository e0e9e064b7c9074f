import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { circles, climbs } from '#tests/house/floors.ts'
import { importsOf, readImports } from '#tests/house/import-graph.ts'
import { namesTwice } from '#tests/house/names.ts'

const root = join(import.meta.dirname, '../../..')
const houses: string[] = []
afterEach(() => {
  for (const house of houses.splice(0)) rmSync(house, { recursive: true })
})

/** A small house of its own, with the lint rules of ours. */
function build(files: Record<string, string>): string {
  const house = mkdtempSync(join(tmpdir(), 'house-'))
  houses.push(house)
  for (const [file, source] of Object.entries(files)) {
    mkdirSync(join(house, dirname(file)), { recursive: true })
    writeFileSync(join(house, file), source)
  }
  return house
}

function lint(house: string) {
  const rules = JSON.parse(readFileSync(join(root, '.biome.json'), 'utf8'))
  const { $schema: _schema, vcs: _vcs, ...own } = rules
  writeFileSync(join(house, '.biome.json'), JSON.stringify(own))
  cpSync(join(root, 'package.json'), join(house, 'package.json'))
  const biome = join(root, 'node_modules/@biomejs/biome/bin/biome')
  const said = spawnSync(process.execPath, [biome, 'lint', '--config-path=.biome.json', '.'], { cwd: house })
  return { refused: said.status !== 0, says: `${said.stdout}${said.stderr}` }
}

test('a file that needs something of a higher floor is named, with both floors', () => {
  const house = build({ 'components/ui/button.tsx': "import { Shell } from '#components/shell/app.tsx'\nShell()\n" })
  expect(climbs(readImports(house))).toEqual([
    'components/ui/button.tsx climbs to components/shell/app.tsx: components/shell stands above components/ui (tests/house/floors.ts).',
  ])
})

test('a new folder needs a place before anything may need it', () => {
  const house = build({ 'lib/board/board.ts': "export { wall } from '#lib/walls/wall.ts'\n" })
  expect(climbs(readImports(house))[0]).toContain('lib/walls has no floor')
})

test('the product does not need its tests', () => {
  const house = build({ 'lib/board/board.ts': "import '#tests/drivers/api.ts'\n" })
  expect(climbs(readImports(house))[0]).toContain('does not need its tests')
})

test('what only types need is no import at run time; what is fetched later is', () => {
  const source = `
    import type { A } from './a.ts'
    import { type B, c } from './c.ts'
    export type { D } from './d.ts'
    export { e } from './e.ts'
    import 'somewhere'
    const f = () => import('#lib/board/f.ts')
  `
  expect(importsOf('lib/method/here.ts', source).sort()).toEqual([
    'lib/board/f.ts',
    'lib/method/c.ts',
    'lib/method/e.ts',
  ])
})

test('folders that need each other are one circle, whoever began it', () => {
  const house = build({
    'lib/board/a.ts': "export { b } from '#lib/gate/b.ts'\n",
    'lib/gate/b.ts': "export { a } from '#lib/method/c.ts'\n",
    'lib/method/c.ts': "export { c } from '#lib/board/a.ts'\n",
  })
  expect(circles(readImports(house))).toEqual([['lib/board', 'lib/gate', 'lib/method']])
})

test('a name that two files export is named with both', () => {
  const house = build({
    'lib/board/sheet.ts': 'export interface Sheet {}\n',
    'components/ui/sheet.ts': 'export const Sheet = () => null\n',
  })
  expect(namesTwice(house)).toEqual([
    'Sheet is exported by components/ui/sheet.ts and lib/board/sheet.ts: give each a name of its own.',
  ])
})

test('lint refuses two files that need each other', () => {
  const { refused, says } = lint(
    build({
      'lib/board/a.ts': "import { b } from './b.ts'\n\nexport const a = () => b\n",
      'lib/board/b.ts': "import { a } from './a.ts'\n\nexport const b = () => a\n",
    }),
  )
  expect(says).toContain('noImportCycles')
  expect(refused).toBe(true)
})

test('lint refuses a component that reaches for the server', () => {
  const { refused, says } = lint(
    build({ 'components/ui/a.ts': "import { b } from '#server/base/b.ts'\n\nexport const a = b\n" }),
  )
  expect(says).toContain('components run in the browser')
  expect(refused).toBe(true)
})
