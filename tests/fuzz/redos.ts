import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseSync, Visitor } from 'oxc-parser'
import { check } from 'recheck'
import { sourceFiles } from '#tests/house/import-graph.ts'

const root = join(import.meta.dirname, '..', '..')

interface Pattern {
  file: string
  source: string
  flags: string
}
/** A pattern whose time grows faster than the text it is given, with a text that shows it. */
export interface SlowPattern extends Pattern {
  grows: string
  text: string
}

/** Every regular expression that is written down in the product, each once. */
export function patternsOf(): Pattern[] {
  const found = new Map<string, Pattern>()
  for (const file of ['proxy.ts', ...sourceFiles(root).filter(each => !each.startsWith('tests/'))]) {
    const { program } = parseSync(file, readFileSync(join(root, file), 'utf8'))
    new Visitor({
      Literal(node) {
        if (!('regex' in node)) return
        const { pattern: source, flags } = node.regex
        found.set(`/${source}/${flags}`, { file, source, flags })
      },
    }).visit(program)
  }
  return [...found.values()]
}

/**
 * Asks an analyser of automata about each pattern. What no automaton does (to look behind, to repeat what was found) and
 * what it cannot decide in `patience` ms is not told: its other way runs the patterns against the clock, and says
 * another thing on a busy machine.
 */
export async function slowPatterns(patterns: readonly Pattern[], patience = 10_000): Promise<SlowPattern[]> {
  const slow: SlowPattern[] = []
  for (const pattern of patterns) {
    const found = await check(pattern.source, pattern.flags, { checker: 'automaton', timeout: patience })
    if (found.status === 'vulnerable')
      slow.push({ ...pattern, grows: found.complexity.summary, text: found.attack.pattern })
  }
  return slow
}

/** What keeps the texts short that slow patterns are given, by file and pattern. */
export const bounded: Readonly<Record<string, string>> = {
  'lib/people/colour.ts /\\(.*?\\)/': 'names of people have 120 characters (lib/protocol/fields.ts)',
  'lib/import/tables/dates.ts /[,\\sT]+\\d{1,2}:\\d{2}(:\\d{2}(\\.\\d+)?)?\\s*(am|pm|z|[+-]\\d{2}:?\\d{2}|utc)?$/':
    'longest',
  'lib/import/tables/names.ts /[\\s,]+(in\\s+)?(min(utes?|uten)?|h|hrs?|hours?|std|stunden?|days?|tagen?|€|\\$|£|eur|usd|gbp|chf)\\.?$/':
    'compared',
  'lib/import/tables/numbers.ts /([\\d.,]+)\\s*([\\p{L}\\p{M}]+)[.?]*/': 'longest',
  "lib/import/tables/propose.ts /^[\\s'’\\u00a0\\u202f]*[+-]?[\\d.,:/\\s\\u00a0\\u202f'’-]*\\d[\\d.,:/\\s\\u00a0\\u202f%€$]*$/":
    'longest',
  'lib/export/format.ts /^[-\\p{M}\\u200c\\u200d]+|[-\\u200c\\u200d]+$/':
    'titles have 120 characters (lib/board/fields.ts)',
  'lib/export/format.ts /-+$/': 'most',
}

export const keyOf = ({ file, source }: Pattern): string => `${file} /${source}/`

/** For `npm run fuzz -- redos`. */
export async function seekSlowPatterns(): Promise<string> {
  const patterns = patternsOf()
  const slow = await slowPatterns(patterns)
  for (const each of slow) console.log(`${keyOf(each)}: ${each.grows}, ${bounded[keyOf(each)] ?? `by ${each.text}`}`)
  const unbounded = slow.filter(each => !(keyOf(each) in bounded))
  if (unbounded.length > 0) throw new Error(`${unbounded.length} patterns can be made to take very long.`)
  return `${patterns.length} patterns, ${slow.length} of them slow on texts that are short`
}
