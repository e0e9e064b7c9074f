import { z } from 'zod'
import { limits } from '../board/fields.ts'
import { type BoardPlanInput, boardPlan } from '../board/plan.ts'
import type { NoteKindId } from '../notes/kinds/index.ts'
import { nearestPaper } from './colour.ts'
import { fitText, ImportError, type ImportFormat, idMaker, parseJson, withArticle } from './format.ts'

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
  position: z.looseObject({ x: z.number(), y: z.number() }).optional(),
  geometry: z.looseObject({ width: z.number().optional(), height: z.number().optional() }).catch({}),
  startItem: z.looseObject({ id: z.union([z.string(), z.number()]).transform(String) }).optional(),
  endItem: z.looseObject({ id: z.union([z.string(), z.number()]).transform(String) }).optional(),
  captions: z.array(z.looseObject({ content: z.string() })).catch([]),
})
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

export const miro: ImportFormat = {
  id: 'miro',
  label: 'Miro board items',
  extensions: [],
  recognises: text => /"(sticky_note|connector)"/.test(text) && /"data"\s*:/.test(text),
  read(text) {
    const losses: string[] = []
    const idOf = idMaker()
    const plan = {
      notes: [] as NonNullable<BoardPlanInput['notes']>,
      links: [] as NonNullable<BoardPlanInput['links']>,
    }
    const connectors: z.infer<typeof item>[] = []
    for (const raw of itemsOf(parseJson(text))) {
      const read = item.safeParse(raw)
      if (!read.success) {
        losses.push('A damaged item is left out.')
        continue
      }
      const { id, type, data, style, position, geometry, startItem, endItem } = read.data
      if (type === 'connector' || (startItem && endItem)) {
        connectors.push(read.data)
        continue
      }
      const kind = data.shape === 'rhombus' || data.shape === 'flow_chart_decision' ? 'decision' : kinds[type]
      if (!kind || !position) {
        losses.push(`${withArticle(type)} has no counterpart and is left out.`)
        continue
      }
      const w = clamp(geometry.width ?? 199, limits.noteWidth)
      const h = clamp(geometry.height ?? Math.min(geometry.width ?? 228, 228), limits.noteHeight)
      const paper = style.fillColor ? nearestPaper(style.fillColor) : null
      plan.notes.push({
        id: idOf(id),
        kind,
        text: fitText(textOfHtml(data.content ?? data.title ?? ''), limits.text, losses),
        x: position.x - w / 2,
        y: position.y - h / 2,
        size: [w, h],
        ...(paper ? { colour: paper } : {}),
      })
    }
    const notes = new Set(plan.notes.map(note => note.id))
    for (const { id, startItem, endItem, captions } of connectors) {
      const [from, to] = [startItem && idOf(startItem.id), endItem && idOf(endItem.id)]
      if (from && to && notes.has(from) && notes.has(to))
        plan.links.push({
          id: idOf(id),
          from,
          to,
          text: fitText(textOfHtml(captions[0]?.content ?? ''), limits.text, losses),
        })
      else losses.push('A connector that does not tie two notes is left out.')
    }
    return { plan: boardPlan.parse(plan), losses: [...new Set(losses)] }
  },
}
