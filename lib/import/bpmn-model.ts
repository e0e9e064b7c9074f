import { BpmnModdle } from 'bpmn-moddle'
import { keptNamespace, ourName } from '../export/bpmn-kept.ts'
import { cutText } from '../text/cut.ts'
import { withPlainIds } from './bpmn-ids.ts'
import { ImportError } from './format.ts'

/** An element as bpmn-moddle reads it; which properties it has depends on `$type`. */
export interface BpmnElement {
  $type: string
  id?: string
  name?: string
  [property: string]: unknown
}

export const elements = (value: unknown): BpmnElement[] => (Array.isArray(value) ? (value as BpmnElement[]) : [])
export const element = (value: unknown): BpmnElement | null =>
  typeof value === 'object' && value !== null && '$type' in value ? (value as BpmnElement) : null
export const is = (item: BpmnElement, ...types: string[]): boolean => types.includes(item.$type.replace('bpmn:', ''))

const propertyOf = (item: BpmnElement, name: string) =>
  (item.$descriptor as { propertiesByName?: Record<string, { isMany?: boolean; default?: unknown }> } | undefined)
    ?.propertiesByName?.[name]

/** What an attribute means where a file leaves it out, by the standard. */
export const defaultOf = (item: BpmnElement, name: string): unknown => propertyOf(item, name)?.default

/** Shape of an element in the diagram, px of the diagram. */
export interface Shape {
  x: number
  y: number
  w: number
  h: number
  horizontal: boolean
  /** Of a subprocess: whether it shows what is in it; undefined where nothing is said. */
  expanded?: boolean
  /** What the diagram is of that it is drawn in: the inside of a collapsed subprocess has one of its own. */
  plane: string
}

export interface BpmnFile {
  definitions: BpmnElement
  shapes: Map<string, Shape>
  warnings: string[]
  /** Written here, whatever tool has had it since: its shapes are px of the wall. */
  isOurs: boolean
}

/** Parses BPMN 2.0 XML; throws ImportError for anything else, and for what could make a reader fetch or expand. */
export async function readXml(text: string): Promise<BpmnFile> {
  refuseDocumentType(text)
  // The text is decoded already: what the declaration says of bytes would only mislead.
  const source = text.replace(/^\uFEFF/, '').replace(/^(\s*<\?xml[^>]*?)\sencoding=["'][^"']*["']/, '$1')
  try {
    const { xml, repeated } = withPlainIds(source)
    const read = await new BpmnModdle().fromXML(xml)
    const definitions = read.rootElement as unknown as BpmnElement
    const resolved = resolveQualified(read.references, read.elementsById)
    return {
      definitions,
      isOurs: definitions.exporter === ourName || source.includes(`"${keptNamespace}"`),
      shapes: readShapes(definitions),
      warnings: [
        ...repeated.map(
          id => `the id “${cutText(id, 60)}” stands at several elements; what refers to it leads to the first`,
        ),
        ...read.warnings
          .map(warning => warning.message.split('\n')[0] ?? '')
          .filter(message => !resolved.has(/^unresolved reference <(.*)>$/.exec(message)?.[1] ?? '')),
      ],
    }
  } catch (error) {
    const message = String((error as Error).message).split('\n')[0] ?? ''
    const line = /line: (\d+)/.exec(String((error as Error).message))?.[1]
    throw new ImportError(
      `This is not a BPMN 2.0 file, or it is damaged (${cutText(message, 160)}).`,
      line === undefined ? null : Number(line) + 1,
    )
  }
}

/** What XML takes as it is: nothing in it is markup. */
const verbatim = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
] as const

/** A text inside a comment or a CDATA section only looks like a document type: pages in a documentation have one. */
function refuseDocumentType(text: string): void {
  for (let at = text.indexOf('<'); at !== -1; at = text.indexOf('<', at + 1)) {
    const [begin, end] = verbatim.find(([open]) => text.startsWith(open, at)) ?? []
    if (begin && end) {
      const close = text.indexOf(end, at + begin.length)
      if (close === -1) return
      at = close
      continue
    }
    const declared = /^<!(DOCTYPE|ENTITY)/i.exec(text.slice(at, at + 10))?.[1]
    if (declared)
      throw new ImportError(
        `A BPMN file has no ${declared}; this one is not read.`,
        text.slice(0, at).split('\n').length,
      )
  }
}

/**
 * References are qualified names in the standard (`my:task_1`), ids in most files; the parser knows ids. Sets those
 * whose local part is an id of the file, and answers them as they were written.
 */
function resolveQualified(
  references: readonly { element: unknown; property: string; id: string }[],
  byId: Readonly<Record<string, unknown>>,
): Set<string> {
  const resolved = new Set<string>()
  for (const { element: owner, property, id } of references) {
    const local = id.slice(id.lastIndexOf(':') + 1)
    const target = element(byId[local])
    const from = element(owner)
    if (byId[id] || !id.includes(':') || !target || !from) continue
    resolved.add(id)
    const name = property.slice(property.indexOf(':') + 1)
    if (!propertyOf(from, property)?.isMany) from[name] = target
    else from[name] = [...elements(from[name]), target]
  }
  return resolved
}

function readShapes(definitions: BpmnElement): Map<string, Shape> {
  const shapes = new Map<string, Shape>()
  for (const diagram of elements(definitions.diagrams)) {
    const plane = element(diagram.plane)
    for (const drawn of elements(plane?.planeElement)) {
      const id = element(drawn.bpmnElement)?.id
      const bounds = element(drawn.bounds)
      if (!id || !bounds || shapes.has(id)) continue
      const [x, y, w, h] = [bounds.x, bounds.y, bounds.width, bounds.height].map(Number)
      if ([x, y, w, h].every(Number.isFinite))
        shapes.set(id, {
          ...{ x: x ?? 0, y: y ?? 0, w: w ?? 0, h: h ?? 0 },
          horizontal: drawn.isHorizontal !== false,
          ...(typeof drawn.isExpanded === 'boolean' ? { expanded: drawn.isExpanded } : {}),
          plane: element(plane?.bpmnElement)?.id ?? '',
        })
    }
  }
  return shapes
}
