import { dirname } from 'node:path'
import type { Import } from './import-graph.ts'

/**
 * The house from its roof to its cellar. At run time a folder needs only what stands below it; within a folder files
 * need each other freely, as long as it is not in a circle, which Biome refuses.
 */
export const floors: readonly string[] = [
  'app',

  'components/shell',
  'components/replay',
  'components/home',
  'components/organisation',
  'components/board/canvas',
  'components/board/lanes',
  'components/stage',
  'components/stage/people',
  'components/stage/session',
  'components/stage/agenda',
  'components/stage/aside',
  'components/stage/private',
  'components/stage/voting',
  'components/stage/composer',
  'components/stage/views',
  'components/stage/attention',
  'components/stage/timer',
  'components/stage/state',
  'components/comments',
  'components/method',
  'components/board/panels',
  'components/board/actions',
  'components/board/groups',
  'components/board/links',
  'components/board/notes',
  'components/library',
  'components/report',
  'components/pages',
  'components/workspace',
  'components/board/layers',
  'components/board/tools',
  'components/collab',
  'components/board/state',
  'components/charts',
  'components/ui',

  'server',
  'server/cli',
  'server/commands',
  'server/use-cases',
  'server/collab',
  'server/replay',
  'server/reading',
  'server/http',
  'server/store',
  'server/base',

  'lib/protocol',
  'lib/import',
  'lib/templates',
  'lib/export',
  'lib/report',
  'lib/replay',
  'lib/method',
  'lib/facilitation',
  'lib/gate',
  'lib/board',
  'lib/access',
  'lib/geometry',
  'lib/notes',
  'lib/people',
  'lib/text',
]

/** The floor that a file of the product stands on, or null: tests stand outside the house and see all of it. */
export function floorOf(file: string): string | null {
  const [top = '', ...rest] = dirname(file).split('/')
  if (top === 'app' || top === '.') return 'app'
  if (top === 'tests') return null
  const depth = top === 'components' && ['board', 'stage'].includes(rest[0] ?? '') ? 2 : 1
  return [top, ...rest.slice(0, depth)].join('/')
}

/** A sentence for each import that climbs, and for each folder that has no place in the list. */
export function climbs(imports: readonly Import[]): string[] {
  return imports.flatMap(({ from, to }) => {
    const [above, below] = [floorOf(from), floorOf(to)]
    if (above === null) return []
    if (below === null) return [`${from} needs ${to}: the product does not need its tests.`]
    for (const floor of [above, below])
      if (!floors.includes(floor)) return [`${floor} has no floor: give it one in tests/house/floors.ts.`]
    return floors.indexOf(above) <= floors.indexOf(below)
      ? []
      : [`${from} climbs to ${to}: ${below} stands above ${above} (tests/house/floors.ts).`]
  })
}

/** Folders that need each other in a circle, each circle once; none when nobody climbs. */
export function circles(imports: readonly Import[]): string[][] {
  const needs = new Map<string, Set<string>>()
  for (const { from, to } of imports) {
    const [a, b] = [floorOf(from), floorOf(to)]
    if (a !== null && b !== null && a !== b) needs.set(a, (needs.get(a) ?? new Set()).add(b))
  }
  const reach = (from: string): Set<string> => {
    const seen = new Set<string>()
    const next = [from]
    for (let at = next.pop(); at !== undefined; at = next.pop())
      for (const to of needs.get(at) ?? [])
        if (!seen.has(to)) {
          seen.add(to)
          next.push(to)
        }
    return seen
  }
  const reached = new Map([...needs.keys()].map(floor => [floor, reach(floor)]))
  const knots = [...reached]
    .filter(([floor, seen]) => seen.has(floor))
    .map(([floor, seen]) => [...seen].filter(other => reached.get(other)?.has(floor)).sort())
  return [...new Map(knots.map(knot => [knot.join(' '), knot])).values()]
}
