import { z } from 'zod'
import { limits } from '../board/fields.ts'
import { type BoardPlanInput, boardPlan } from '../board/plan.ts'
import type { NoteKindId } from '../notes/kinds/index.ts'
import { nearestPaper } from './colour.ts'
import { fitText, ImportError, type ImportFormat, idMaker, parseJson, withArticle } from './format.ts'

const binding = z.looseObject({ elementId: z.string() }).nullish()
const element = z.looseObject({
  id: z.string(),
  type: z.string(),
  x: z.number(),
  y: z.number(),
  width: z.number().catch(0),
  height: z.number().catch(0),
  isDeleted: z.boolean().catch(false),
  backgroundColor: z.string().catch('transparent'),
  locked: z.boolean().catch(false),
  groupIds: z.array(z.string()).catch([]),
  text: z.string().optional(),
  originalText: z.string().optional(),
  containerId: z.string().nullish(),
  startBinding: binding.catch(null),
  endBinding: binding.catch(null),
})
type Element = z.infer<typeof element>

const drawing = z.looseObject({ type: z.literal('excalidraw'), elements: z.array(z.unknown()) })
const library = z.looseObject({
  type: z.literal('excalidrawlib'),
  /** Version 1: each item is its elements. */
  library: z.array(z.array(z.unknown())).optional(),
  /** Version 2. */
  libraryItems: z.array(z.looseObject({ elements: z.array(z.unknown()) })).optional(),
})

const boxes: Record<string, NoteKindId> = { rectangle: 'plain', ellipse: 'plain', diamond: 'decision' }
const clamp = (n: number, [min, max]: readonly [number, number]) => Math.min(max, Math.max(min, n))

/** The elements of a drawing or a library; library items are laid out side by side. */
function elementsOf(file: unknown): unknown[] {
  const asDrawing = drawing.safeParse(file)
  if (asDrawing.success) return asDrawing.data.elements
  const asLibrary = library.safeParse(file)
  if (!asLibrary.success) throw new ImportError('This is not an Excalidraw drawing or library.')
  const items = asLibrary.data.libraryItems?.map(item => item.elements) ?? asLibrary.data.library ?? []
  return items.flatMap((elements, index) =>
    elements.map(item => {
      const read = element.safeParse(item)
      if (!read.success) return item
      const prefixed = (id: string) => `${index}-${id}`
      const bound = (b: Element['startBinding']) => (b ? { ...b, elementId: prefixed(b.elementId) } : b)
      return {
        ...read.data,
        id: prefixed(read.data.id),
        x: read.data.x + index * 600,
        containerId: read.data.containerId ? prefixed(read.data.containerId) : null,
        startBinding: bound(read.data.startBinding),
        endBinding: bound(read.data.endBinding),
      }
    }),
  )
}

/** Excalidraw's own files: boxes with bound text become notes, bound arrows links, loose text plain notes. */
export const excalidraw: ImportFormat = {
  id: 'excalidraw',
  label: 'Excalidraw',
  extensions: ['excalidraw', 'excalidrawlib'],
  recognises: text => /"type"\s*:\s*"excalidraw(lib)?"/.test(text.slice(0, 1_000)),
  read(text) {
    const losses: string[] = []
    const elements: Element[] = []
    for (const item of elementsOf(parseJson(text))) {
      const read = element.safeParse(item)
      if (!read.success) losses.push('A damaged element is left out.')
      else if (!read.data.isDeleted) elements.push(read.data)
    }
    const idOf = idMaker()
    const words = (item: Element) => fitText((item.originalText ?? item.text ?? '').trim(), limits.text, losses)
    const textIn = new Map(elements.filter(e => e.type === 'text' && e.containerId).map(e => [e.containerId, words(e)]))
    const plan = {
      notes: [] as NonNullable<BoardPlanInput['notes']>,
      links: [] as NonNullable<BoardPlanInput['links']>,
    }
    const group = (item: Element) => (item.groupIds[0] ? { group: idOf(item.groupIds[0]) } : {})
    for (const item of elements) {
      const kind = boxes[item.type]
      if (kind) {
        const paper = nearestPaper(item.backgroundColor)
        plan.notes.push({
          id: idOf(item.id),
          kind,
          text: textIn.get(item.id) ?? '',
          x: item.x,
          y: item.y,
          size: [clamp(item.width, limits.noteWidth), clamp(item.height, limits.noteHeight)],
          ...(paper ? { colour: paper } : {}),
          ...(item.locked ? { locked: true } : {}),
          ...group(item),
        })
      } else if (item.type === 'text' && !item.containerId)
        plan.notes.push({ id: idOf(item.id), kind: 'plain', text: words(item), x: item.x, y: item.y, ...group(item) })
      else if (item.type !== 'arrow' && item.type !== 'text')
        losses.push(`${withArticle(item.type)} has no counterpart and is left out.`)
    }
    const notes = new Set(plan.notes.map(note => note.id))
    for (const item of elements.filter(e => e.type === 'arrow')) {
      const [from, to] = [item.startBinding?.elementId, item.endBinding?.elementId]
      if (from && to && notes.has(idOf(from)) && notes.has(idOf(to)))
        plan.links.push({ id: idOf(item.id), from: idOf(from), to: idOf(to), text: textIn.get(item.id) ?? '' })
      else losses.push('An arrow that is not tied to two boxes is left out.')
    }
    return { plan: boardPlan.parse(plan), losses: [...new Set(losses)] }
  },
}
