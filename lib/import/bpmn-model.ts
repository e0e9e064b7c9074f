import { BpmnModdle } from 'bpmn-moddle'
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

/** Shape of an element in the diagram, px of the diagram. */
export interface Shape {
  x: number
  y: number
  w: number
  h: number
  horizontal: boolean
  /** Of a subprocess: whether it shows what is in it; undefined where nothing is said. */
  expanded?: boolean
}

export interface BpmnFile {
  definitions: BpmnElement
  shapes: Map<string, Shape>
  warnings: string[]
}

/** Parses BPMN 2.0 XML; throws ImportError for anything else, and for what could make a reader fetch or expand. */
export async function readXml(text: string): Promise<BpmnFile> {
  const dangerous = /<!(DOCTYPE|ENTITY)/i.exec(text)
  if (dangerous)
    throw new ImportError(
      `A BPMN file has no ${dangerous[1]}; this one is not read.`,
      text.slice(0, dangerous.index).split('\n').length,
    )
  // The text is decoded already: what the declaration says of bytes would only mislead.
  const source = text.replace(/^\uFEFF/, '').replace(/(<\?xml[^>]*?)\s+encoding=["'][^"']*["']/, '$1')
  try {
    const { rootElement, warnings } = await new BpmnModdle().fromXML(source)
    const definitions = rootElement as unknown as BpmnElement
    return {
      definitions,
      shapes: readShapes(definitions),
      warnings: warnings.map(warning => warning.message.split('\n')[0] ?? ''),
    }
  } catch (error) {
    const message = String((error as Error).message).split('\n')[0] ?? ''
    const line = /line: (\d+)/.exec(String((error as Error).message))?.[1]
    throw new ImportError(
      `This is not a BPMN 2.0 file, or it is damaged (${message.slice(0, 160)}).`,
      line === undefined ? null : Number(line) + 1,
    )
  }
}

function readShapes(definitions: BpmnElement): Map<string, Shape> {
  const shapes = new Map<string, Shape>()
  for (const diagram of elements(definitions.diagrams))
    for (const drawn of elements(element(diagram.plane)?.planeElement)) {
      const id = element(drawn.bpmnElement)?.id
      const bounds = element(drawn.bounds)
      if (!id || !bounds || shapes.has(id)) continue
      const [x, y, w, h] = [bounds.x, bounds.y, bounds.width, bounds.height].map(Number)
      if ([x, y, w, h].every(Number.isFinite))
        shapes.set(id, {
          ...{ x: x ?? 0, y: y ?? 0, w: w ?? 0, h: h ?? 0 },
          horizontal: drawn.isHorizontal !== false,
          ...(typeof drawn.isExpanded === 'boolean' ? { expanded: drawn.isExpanded } : {}),
        })
    }
  return shapes
}

/** What is kept of an element so that an export gives it back. */
export interface BpmnSource {
  format: 'bpmn'
  type: string
  /** Type of its event definition. */
  event?: string
  /** Note it is attached to (boundary events), or the note of the subprocess it lies in. */
  attachedTo?: string
  parent?: string
  expanded?: boolean
  /** Pool of a lane. */
  pool?: string
  poolName?: string
}
export const bpmnSource = (source: Omit<BpmnSource, 'format'>): string => JSON.stringify({ format: 'bpmn', ...source })
