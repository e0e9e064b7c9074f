import { z } from 'zod'
import { ImportError } from './format.ts'

const binding = z.looseObject({ elementId: z.string() }).nullish()
const element = z.looseObject({
  id: z.union([z.string(), z.number()]).transform(String),
  type: z.string(),
  x: z.number(),
  y: z.number(),
  width: z.number().catch(0),
  height: z.number().catch(0),
  isDeleted: z.boolean().catch(false),
  backgroundColor: z.string().catch('transparent'),
  strokeColor: z.string().catch(''),
  strokeStyle: z.string().catch('solid'),
  locked: z.boolean().catch(false),
  groupIds: z.array(z.string()).catch([]),
  frameId: z.string().nullish().catch(null),
  /** A frame's. */
  name: z.string().nullish().catch(null),
  text: z.string().optional().catch(undefined),
  originalText: z.string().optional().catch(undefined),
  containerId: z.string().nullish().catch(null),
  /** An arrow's, from its own corner. */
  points: z.array(z.tuple([z.number(), z.number()])).catch([]),
  startArrowhead: z.string().nullish().catch(null),
  endArrowhead: z.string().nullish().catch(null),
  startBinding: binding.catch(null),
  endBinding: binding.catch(null),
  /** Ours, in what we have written (lib/export/excalidraw.ts). */
  customData: z.looseObject({ brownpaper: z.unknown() }).nullish().catch(null),
})
/** An arrow, or a line that has become one by its heads or by what it is tied to. */
export const isArrow = (item: ExcalidrawElement): boolean =>
  item.type === 'arrow' ||
  (item.type === 'line' && Boolean(item.startArrowhead || item.endArrowhead || (item.startBinding && item.endBinding)))

export type ExcalidrawElement = z.infer<typeof element>

const drawing = z.looseObject({
  type: z.enum(['excalidraw', 'excalidraw/clipboard', 'excalidraw-api/clipboard']),
  elements: z.array(z.unknown()),
})
const library = z.looseObject({
  type: z.literal('excalidrawlib'),
  /** Version 1: each item is its elements. */
  library: z.array(z.array(z.unknown())).optional(),
  /** Version 2. */
  libraryItems: z.array(z.looseObject({ elements: z.array(z.unknown()) })).optional(),
})

export const isExcalidraw = (file: unknown): boolean =>
  z.looseObject({ type: z.string().regex(/^excalidraw/) }).safeParse(file).success

/** The elements of a drawing, of a library, or of what Excalidraw puts on the clipboard; library items lie side by side. */
export function elementsOf(file: unknown, losses: string[]): ExcalidrawElement[] {
  const elements: ExcalidrawElement[] = []
  for (const item of rawElements(file)) {
    const read = element.safeParse(item)
    if (!read.success) losses.push('A damaged element is left out.')
    else if (!read.data.isDeleted) elements.push(read.data)
  }
  return elements
}

function rawElements(file: unknown): unknown[] {
  const asDrawing = drawing.safeParse(file)
  if (asDrawing.success) return asDrawing.data.elements
  const asLibrary = library.safeParse(file)
  if (!asLibrary.success) throw new ImportError('This is not an Excalidraw drawing or library.')
  const items = asLibrary.data.libraryItems?.map(item => item.elements) ?? asLibrary.data.library ?? []
  let left = 0
  return items.flatMap((elements, index) => {
    const read = elements.map(item => element.safeParse(item))
    const known = read.flatMap(one => (one.success ? [one.data] : []))
    const low = Math.min(0, ...known.map(one => one.x))
    const shift = left - low
    left += Math.max(600, ...known.map(one => one.x + one.width - low + 100))
    const own = (id: string) => `${index}-${id}`
    const bound = (b: ExcalidrawElement['startBinding']) => (b ? { ...b, elementId: own(b.elementId) } : b)
    return read.map((one, at) =>
      one.success
        ? {
            ...one.data,
            id: own(one.data.id),
            x: one.data.x + shift,
            groupIds: one.data.groupIds.map(own),
            frameId: one.data.frameId ? own(one.data.frameId) : null,
            containerId: one.data.containerId ? own(one.data.containerId) : null,
            startBinding: bound(one.data.startBinding),
            endBinding: bound(one.data.endBinding),
          }
        : elements[at],
    )
  })
}
