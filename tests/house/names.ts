import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sourceFiles } from './import-graph.ts'

/** Names that mean the same in two places, because there are two of the thing. */
const oneForEachEngine = ['read', 'toStoreError']

/** A sentence for each name that more than one file of the product exports: a reader would take one for the other. */
export function namesTwice(root: string): string[] {
  const places = new Map<string, string[]>()
  for (const file of sourceFiles(root).filter(file => /^(components|lib|server)\/.*\.tsx?$/.test(file)))
    for (const name of exportedNames(readFileSync(join(root, file), 'utf8')))
      places.set(name, [...(places.get(name) ?? []), file])
  return [...places]
    .filter(([name, files]) => files.length > 1 && !oneForEachEngine.includes(name))
    .map(([name, files]) => `${name} is exported by ${files.toSorted().join(' and ')}: give each a name of its own.`)
}

function* exportedNames(source: string): Generator<string> {
  const declared = /^export (?:async )?(?:const|function\*?|class|interface|type) (\w+)/gm
  for (const [, name] of source.matchAll(declared)) if (name) yield name
}
