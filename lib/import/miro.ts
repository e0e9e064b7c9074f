import { z } from 'zod'
import { limits } from '../board/fields.ts'
import { type BoardPlanInput, boardPlan } from '../board/plan.ts'
import { nearestPaper } from '../notes/colour.ts'
import type { NoteKindId } from '../notes/kinds/index.ts'
import { cutText, shorten } from '../text/cut.ts'
import { fitToLimit, ImportError, type ImportFormat, idMaker, parseJson, withArticle } from './format.ts'

/**
 * Board items as Miro's REST API answers them (GET /v2/boards/{id}/items and /connectors): one page
 * `{data: [...]}`, several pages in an array, or the bare items. Positions are centres.
 */
const item = z.looseObject({
  id: z.union([z.string(), z.number()]).transform(String),
  type: z.string().catch('unknown'),
  data: z
    .looseObject({ content: z.string().optional(), title: z.string().optional(), shape: z.string().optional() })
    .catch({}),
  style: z.looseObject({ fillColor: z.string().optional() }).catch({}),
  position: z
    .looseObject({ x: z.number(), y: z.number(), relativeTo: z.string().optional().catch(undefined) })
    .optional()
    .catch(undefined),
  /** The frame it lies in. */
  parent: z
    .looseObject({ id: z.union([z.string(), z.number()]).transform(String) })
    .nullish()
    .catch(null),
  geometry: z.looseObject({ width: z.number().optional(), height: z.number().optional() }).catch({}),
  startItem: z.looseObject({ id: z.union([z.string(), z.number()]).transform(String) }).optional(),
  endItem: z.looseObject({ id: z.union([z.string(), z.number()]).transform(String) }).optional(),
  captions: z.array(z.looseObject({ content: z.string() })).catch([]),
})
type Item = z.infer<typeof item>
const page = z.looseObject({ data: z.array(z.unknown()) })

const kinds: Record<string, NoteKindId> = {
  sticky_note: 'plain',
  card: 'plain',
  app_card: 'plain',
  text: 'plain',
  shape: 'step',
}
const clamp = (n: number, [min, max]: readonly [number, number]) => Math.min(max, Math.max(min, n))

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', '#39': "'" }
/** Miro's contents are HTML of a few tags; what is left is text and stays text. */
const textOfHtml = (html: string): string =>
  html
    .replaceAll(/<(br\s*\/?|\/p|\/li|\/div)>/gi, '\n')
    .replaceAll(/<[^<>]*>/g, '')
    .replaceAll(/&(#?\w+);/g, (whole, name: string) => {
      if (entities[name]) return entities[name]
      const code = /^#x([0-9a-f]+)$/i.exec(name)?.[1]
      const number = code ? Number.parseInt(code, 16) : Number(/^#(\d+)$/.exec(name)?.[1])
      return number > 0 && number < 0x110000 ? String.fromCodePoint(number) : whole
    })
    .replaceAll(/\n{2,}/g, '\n')
    .trim()

function itemsOf(file: unknown): unknown[] {
  if (Array.isArray(file)) return file.flatMap(entry => (page.safeParse(entry).success ? itemsOf(entry) : [entry]))
  const one = page.safeParse(file)
  if (!one.success)
    throw new ImportError('These are not Miro board items: the answer of the REST API has a list “data”.')
  return one.data.data
}

/** Where the centre of an item is on the board, px: what lies in a frame is measured from the frame's corner. */
function centresOf(items: readonly Item[]): (of: Item) => { x: number; y: number } | null {
  const byId = new Map(items.map(one => [one.id, one]))
  const centre = (of: Item, depth = 0): { x: number; y: number } | null => {
    const { position, parent } = of
    if (!position) return null
    const frame = parent ? byId.get(parent.id) : undefined
    const relative = position.relativeTo === 'parent_top_left' || position.relativeTo === undefined
    const at = frame && relative && depth < 20 ? centre(frame, depth + 1) : null
    if (!frame || !at) return position
    const { width = 0, height = 0 } = frame.geometry
    return { x: at.x - width / 2 + position.x, y: at.y - height / 2 + position.y }
  }
  return of => centre(of)
}

function readItems(parsed: unknown, losses: string[]): Item[] {
  return itemsOf(parsed).flatMap(raw => {
    const read = item.safeParse(raw)
    if (read.success) return [read.data]
    losses.push('A damaged item is left out.')
    return []
  })
}

const listed = z.union([page.transform(({ data }) => data), z.array(z.unknown())])
const typed = z.looseObject({
  type: z.enum(['sticky_note', 'connector', 'app_card', 'shape', 'card', 'text', 'frame']),
})

/** Whether this is a list of items, or pages of them, and some of it is what only Miro has. */
function isMiro(parsed: unknown): boolean {
  const list = listed.safeParse(parsed)
  if (!list.success) return false
  return list.data.slice(0, 500).some(one => {
    const inner = page.safeParse(one)
    const items = inner.success ? inner.data.data.slice(0, 500) : [one]
    return items.some(each => typed.safeParse(each).success && !('elements' in Object(parsed)))
  })
}

export const miro: ImportFormat = {
  id: 'miro',
  label: 'Miro board items',
  extensions: [],
  recognises: (_, json) => isMiro(json),
  read(text) {
    const losses: string[] = []
    const idOf = idMaker()
    const items = readItems(parseJson(text), losses)
    const centreOf = centresOf(items)
    const isConnector = (one: Item) => one.type === 'connector' || Boolean(one.startItem && one.endItem)
    const frames = new Map(items.filter(one => one.type === 'frame').map(one => [one.id, one]))
    const plan = {
      groups: [] as NonNullable<BoardPlanInput['groups']>,
      notes: [] as NonNullable<BoardPlanInput['notes']>,
      links: [] as NonNullable<BoardPlanInput['links']>,
    }
    const homes = new Set<string>()
    for (const one of items) {
      const { id, type, data, style, geometry, parent } = one
      if (isConnector(one) || type === 'frame') continue
      const kind = data.shape === 'rhombus' || data.shape === 'flow_chart_decision' ? 'decision' : kinds[type]
      const centre = centreOf(one)
      if (!kind || !centre) {
        losses.push(`${withArticle(type)} has no counterpart and is left out.`)
        continue
      }
      const w = clamp(geometry.width ?? 199, limits.noteWidth)
      const h = clamp(geometry.height ?? Math.min(geometry.width ?? 228, 228), limits.noteHeight)
      const paper = style.fillColor ? nearestPaper(style.fillColor) : null
      const frame = parent ? frames.get(parent.id) : undefined
      if (frame) homes.add(frame.id)
      plan.notes.push({
        id: idOf(id),
        kind,
        text: fitToLimit(textOfHtml(data.content ?? data.title ?? ''), limits.text, losses),
        x: centre.x - w / 2,
        y: centre.y - h / 2,
        size: [w, h],
        ...(paper ? { colour: paper } : {}),
        ...(frame ? { group: idOf(frame.id) } : {}),
      })
    }
    for (const [id, { data }] of frames)
      if (homes.has(id)) plan.groups.push({ id: idOf(id), name: cutText(textOfHtml(data.title ?? ''), limits.name) })
      else losses.push(`The frame “${shorten(textOfHtml(data.title ?? ''), 60)}” holds no note and is left out.`)
    const notes = new Set(plan.notes.map(note => note.id))
    for (const { id, startItem, endItem, captions } of items.filter(isConnector)) {
      const [from, to] = [startItem && idOf(startItem.id), endItem && idOf(endItem.id)]
      if (from && to && notes.has(from) && notes.has(to))
        plan.links.push({
          id: idOf(id),
          from,
          to,
          text: fitToLimit(textOfHtml(captions[0]?.content ?? ''), limits.text, losses),
        })
      else losses.push('A connector that does not tie two notes is left out.')
    }
    return { plan: boardPlan.parse(plan), losses: [...new Set(losses)] }
  },
}
