/** `npm run folders` prints the graph of folders; with `--check`, as in `npm run lint`, only what is wrong with the house. */
import { dirname, join } from 'node:path'
import { circles, climbs, floorOf, floors } from './floors.ts'
import { readImports } from './import-graph.ts'
import { namesTwice } from './names.ts'

const root = join(import.meta.dirname, '../..')
const imports = readImports(root)
const faults = [
  ...climbs(imports),
  ...circles(imports).map(knot => `A circle of folders: ${knot.join(', ')}.`),
  ...namesTwice(root),
]

if (!process.argv.includes('--check')) {
  for (const floor of floors) {
    const needs = new Map<string, number>()
    for (const { from, to } of imports) {
      const below = floorOf(to)
      if (floorOf(from) === floor && below !== null && below !== floor) needs.set(below, (needs.get(below) ?? 0) + 1)
    }
    const list = [...needs].sort(([a], [b]) => floors.indexOf(a) - floors.indexOf(b))
    console.log(`${floor} → ${list.map(([below, count]) => `${below} ${count}`).join(', ') || 'nothing'}`)
  }
  const folders = new Set(imports.map(({ from }) => dirname(from)))
  console.log(`\n${imports.length} imports at run time, ${folders.size} folders on ${floors.length} floors`)
}
for (const fault of faults) console.error(fault)
if (faults.length === 0) console.log('No folder climbs, none stands in a circle, and no name is exported twice.')
process.exit(faults.length === 0 ? 0 : 1)
