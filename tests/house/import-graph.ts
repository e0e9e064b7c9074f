import { globSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { parseSync } from 'oxc-parser'

/** One file needs another at run time; what only types need is gone before anything runs. */
export interface Import {
  readonly from: string
  readonly to: string
}

const PARTS = ['app', 'components', 'lib', 'server', 'tests']

/** Every source file below `root`, as paths from there. */
export function sourceFiles(root: string): string[] {
  return globSync(
    PARTS.map(part => `${part}/**/*.{ts,tsx,mjs}`),
    { cwd: root },
  ).filter(file => !file.endsWith('.d.ts') && !file.startsWith('tests/bench/peers/'))
}

/** The files of the project that a source names in its imports, its re-exports and its `import()`, types left out. */
export function importsOf(file: string, source: string): string[] {
  const { module } = parseSync(file, source)
  const named = [
    ...module.staticImports
      .filter(({ entries }) => entries.length === 0 || entries.some(entry => !entry.isType))
      .map(({ moduleRequest }) => moduleRequest.value),
    ...module.staticExports.flatMap(({ entries }) =>
      entries.flatMap(({ isType, moduleRequest }) => (isType || moduleRequest === null ? [] : [moduleRequest.value])),
    ),
    ...module.dynamicImports.map(({ moduleRequest }) => source.slice(moduleRequest.start + 1, moduleRequest.end - 1)),
  ]
  return named.flatMap(name => {
    if (name.startsWith('#')) return [name.slice(1)]
    return name.startsWith('.') ? [join(dirname(file), name)] : []
  })
}

/** Which file needs which, over all of the project. */
export function readImports(root: string): Import[] {
  return sourceFiles(root).flatMap(from =>
    importsOf(from, readFileSync(join(root, from), 'utf8')).map(to => ({ from, to: relative('.', to) })),
  )
}
