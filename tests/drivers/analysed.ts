import type { Analysis } from '#lib/method/analysis.ts'
import { feltMoments } from '#lib/method/emotion.ts'
import { readingOrder } from '#lib/method/reading-order.ts'
import { sheetRows } from '#lib/method/table.ts'
import { narrowingAlong } from '#lib/method/yield.ts'

/** Sentences for people, which other tests check. */
const sentence = (value: unknown) => typeof value === 'string' && value.length > 24 && value.includes(' ')
const entity = (value: object): value is { id: string } =>
  'id' in value &&
  typeof value.id === 'string' &&
  ('made' in value || 'note' in value || ('from' in value && 'to' in value))

/** A value as lines of a file: notes and links by their ids, numbers to nine figures, sentences and functions left out. */
function plain(value: unknown): unknown {
  if (typeof value === 'number') return Number.isFinite(value) ? Number(value.toPrecision(9)) : String(value)
  if (sentence(value) || typeof value === 'function') return undefined
  if (typeof value !== 'object' || value === null) return value
  if (value instanceof Map) return [...value].map(pair => plain(pair))
  if (value instanceof Set) return [...value].map(plain)
  if (Array.isArray(value)) return value.map(plain)
  if ('note' in value && typeof value.note === 'object' && value.note !== null && 'id' in value.note)
    return value.note.id
  if (entity(value)) return value.id
  // Sorted by name, so that the order in which fields are set does not matter.
  const fields = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(fields.map(([key, one]) => [key, plain(one)]))
}

/** Returns everything that the method computes about a board in one view, as text to compare with a saved one. */
export function saidOf(analysis: Analysis): string {
  const { projection, flow, points, dismissed, counts, rework, orphans, outsideIn } = analysis
  const links = [...flow.links.values()].map(link => [
    link.id,
    [link.backwards && 'back', link.crosses && 'crosses', link.touchesCustomer && 'customer'].filter(Boolean).join(' '),
  ])
  const notes = [...flow.notes.values()].map(({ note, component, serves, work }) => [note.id, component, serves, work])
  const { starts, loops, components, outcomes } = flow
  const all = {
    projection: { ...projection, notes: [...projection.notes.keys()], links: [...projection.links.keys()] },
    flow: { notes, links, starts, loops, components: components.length, outcomes },
    order: [...readingOrder(projection, flow)].sort((a, b) => a[1] - b[1]).map(([id]) => id),
    ...{ points, dismissed, counts, rework, orphans, outsideIn },
    numbers: analysis.numbers(),
    weakest: analysis.weakest(),
    paths: analysis.paths().map(path => ({
      ...path,
      numbers: analysis.numbers(path),
      weakest: analysis.weakest(path),
      narrowing: narrowingAlong(path.notes),
    })),
    emotion: analysis.emotion(),
    felt: feltMoments(analysis.emotion()),
    ...{ crown: analysis.crown(), values: analysis.values(), stakeholders: analysis.stakeholders() },
    ...{ warnings: analysis.warnings(), goldilocks: analysis.goldilocks(), actions: analysis.actions() },
    rows: [sheetRows('steps', analysis), sheetRows('points', analysis)],
  }
  return Object.entries(all)
    .map(
      ([name, value]) =>
        `${name}\n${lines(plain(value))
          .map(line => `  ${line}\n`)
          .join('')}`,
    )
    .join('')
}

/** Returns one line for each entry, so that a difference shows where it is. */
function lines(value: unknown): string[] {
  if (Array.isArray(value)) return value.map(one => JSON.stringify(one))
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).map(([key, one]) => `${key}: ${JSON.stringify(one)}`)
  return [JSON.stringify(value)]
}
