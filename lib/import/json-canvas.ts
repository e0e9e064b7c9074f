import { z } from 'zod'
import { fieldValues, limits } from '../board/fields.ts'
import { type BoardPlanInput, boardPlan } from '../board/plan.ts'
import { looksLikeCustomer } from '../method/customer-lane.ts'
import { canvasPaper } from '../notes/colour.ts'
import { noteKind } from '../notes/kinds/index.ts'
import { cutText } from '../text/cut.ts'
import { bandUnder, ontoLanes } from './bands.ts'
import { fitToLimit, ImportError, type ImportFormat, idMaker, parseJson } from './format.ts'

const id = z.union([z.string(), z.number()]).transform(String)
const geometry = { id, x: z.number(), y: z.number(), width: z.number(), height: z.number() }
const node = z.looseObject({
  ...geometry,
  type: z.string(),
  text: z.string().optional().catch(undefined),
  label: z.string().optional().catch(undefined),
  color: z.string().optional().catch(undefined),
})
const sides = z.enum(['top', 'right', 'bottom', 'left'])
const edge = z.looseObject({
  id: id.optional(),
  fromNode: id,
  toNode: id,
  fromSide: sides.optional().catch(undefined),
  toSide: sides.optional().catch(undefined),
  /** Where it has a head; by the format at its end alone. */
  fromEnd: z.string().optional().catch(undefined),
  toEnd: z.string().optional().catch(undefined),
  label: z.string().optional().catch(undefined),
})
const canvas = z.looseObject({ nodes: z.array(z.unknown()).default([]), edges: z.array(z.unknown()).default([]) })

const known = new Set([
  'id',
  'type',
  'x',
  'y',
  'width',
  'height',
  'text',
  'label',
  'fromNode',
  'toNode',
  'fromSide',
  'toSide',
  'brownpaper',
])
/** Keys we have no field for, kept so that an export gives them back. */
function source(item: Record<string, unknown>): { source?: string } {
  const keys = Object.fromEntries(Object.entries(item).filter(([key, value]) => !known.has(key) && value !== undefined))
  const text = JSON.stringify({ format: 'canvas', keys })
  return Object.keys(keys).length && text.length <= 4_000 ? { source: text } : {}
}
/** What we write beside the format's own keys (lib/export/json-canvas.ts). */
const ours = z.object({
  brownpaper: z.object({
    kind: fieldValues.kind.optional(),
    lane: fieldValues.actor.optional(),
    group: z.string().optional(),
  }),
})
const ownOf = (item: Record<string, unknown>) => {
  const own = ours.safeParse(item)
  return own.success ? own.data.brownpaper : {}
}

/** Other programs have lists of nodes too, but say elsewhere where they lie. */
const isPlaced = (item: unknown): boolean => z.looseObject({ x: z.number() }).safeParse(item).success
const isCanvas = z.union([
  z.looseObject({ nodes: z.array(z.unknown()).refine(all => all.length === 0 || all.some(isPlaced)) }),
  z.looseObject({ edges: z.array(z.looseObject({ fromNode: z.unknown() })).min(1) }),
])

/** The items that can be read; of the others the losses are told. */
function sound<T>(items: readonly unknown[], shape: z.ZodType<T>, lost: string, losses: string[]): T[] {
  return items.flatMap(item => {
    const read = shape.safeParse(item)
    if (read.success) return [read.data]
    losses.push(lost)
    return []
  })
}

const clamp = (n: number, [min, max]: readonly [number, number]) => Math.min(max, Math.max(min, n))

/** Groups stacked like the lanes of a wall: two or more, equally wide, each where the one above it ends. */
function lanesAmong(groups: readonly z.infer<typeof node>[]): z.infer<typeof node>[] {
  const said = groups.filter(group => ownOf(group).lane).sort((a, b) => a.y - b.y)
  if (said.length > 0) return said
  const stacks = Map.groupBy(groups, group => `${group.x} ${group.width}`)
  for (const stack of stacks.values()) {
    const sorted = stack.toSorted((a, b) => a.y - b.y)
    const stacked = sorted.every((group, i) => {
      const above = sorted[i - 1]
      return !above || Math.abs(above.y + above.height - group.y) <= 2
    })
    if (sorted.length > 1 && stacked) return sorted
  }
  return []
}

/** JSON Canvas 1.0: text, file and link nodes become notes; a group becomes a named group of the notes inside it, or a lane. */
export const jsonCanvasImport: ImportFormat = {
  id: 'json-canvas',
  label: 'JSON Canvas',
  extensions: ['canvas'],
  recognises: (_, json) => isCanvas.safeParse(json).success && !('elements' in Object(json)),
  read(text) {
    const file = canvas.safeParse(parseJson(text))
    if (!file.success) throw new ImportError('This is not a JSON Canvas file: its cards and connections are no lists.')
    const losses: string[] = []
    const nodes = sound(file.data.nodes, node, 'A damaged card is left out.', losses)
    const edges = sound(file.data.edges, edge, 'A damaged connection is left out.', losses)
    const idOf = idMaker()
    const frames = nodes.filter(item => item.type === 'group')
    const lanes = lanesAmong(frames)
    if (lanes.length > 0 && lanes.every(lane => !ownOf(lane).lane))
      losses.push('The groups below each other, equally wide, are taken for lanes.')
    const groups = frames.filter(frame => !lanes.includes(frame))
    const notes = nodes.filter(item => item.type !== 'group')
    // Our own canvases say whose each note is; of others, what lies in a group is its.
    const says = frames.some(frame => 'brownpaper' in frame)
    const homeOf = (item: z.infer<typeof node>) => {
      if (says) return groups.find(group => group.id === ownOf(item).group)
      const [x, y] = [item.x + item.width / 2, item.y + item.height / 2]
      const inside = groups.filter(g => x >= g.x && x <= g.x + g.width && y >= g.y && y <= g.y + g.height)
      return inside.sort((a, b) => a.width * a.height - b.width * b.height)[0]
    }
    const bands = lanes.map(lane => {
      const name = cutText(lane.label ?? '', limits.name)
      const actor = ownOf(lane).lane ?? (looksLikeCustomer(name) ? 'customer' : 'back-stage')
      return { id: idOf(lane.id), name, actor, top: lane.y, height: clamp(lane.height, limits.laneHeight) }
    })
    const onto = ontoLanes(bands)
    const plan: BoardPlanInput = {
      lanes: bands.map(({ id, name, actor, height }) => ({ id, name, actor, height })),
      groups: groups.map(g => ({ id: idOf(g.id), name: cutText(g.label ?? '', limits.name) })),
      notes: notes.map(item => {
        if (item.type !== 'text') losses.push(`A ${item.type} card becomes a note with its name.`)
        const home = homeOf(item)
        const other = [item.file, item.url].find(value => typeof value === 'string')
        const own = ownOf(item)
        const kind = own.kind ?? 'plain'
        const paper = item.color ? canvasPaper(item.color) : null
        return {
          id: idOf(item.id),
          kind,
          text: fitToLimit(item.text ?? String(other ?? ''), limits.text, losses),
          x: item.x,
          ...onto(bandUnder(bands, item.y, item.height), item.y),
          size: [clamp(item.width, limits.noteWidth), clamp(item.height, limits.noteHeight)] as [number, number],
          ...(paper && paper !== noteKind(kind).paper ? { colour: paper } : {}),
          ...(home ? { group: idOf(home.id) } : {}),
          ...source(item),
        }
      }),
      links: [],
    }
    // A head at its beginning alone: it leads the other way.
    const ends = ({ fromEnd, toEnd, ...item }: z.infer<typeof edge>) => {
      const from = { id: idOf(item.fromNode), side: item.fromSide ?? 'auto' } as const
      const to = { id: idOf(item.toNode), side: item.toSide ?? 'auto' } as const
      const [first, last] = fromEnd === 'arrow' && toEnd === 'none' ? [to, from] : [from, to]
      return {
        from: first.id,
        to: last.id,
        sides: [first.side, last.side] as [typeof first.side, typeof last.side],
        ...source(first === from ? { ...item, fromEnd, toEnd } : item),
      }
    }
    const ids = new Set(notes.map(item => item.id))
    for (const [index, item] of edges.entries()) {
      if (!ids.has(item.fromNode) || !ids.has(item.toNode)) {
        losses.push('A connection that does not go from card to card is left out.')
        continue
      }
      plan.links?.push({
        id: idOf(item.id ?? `edge-${index + 1}`),
        ...ends(item),
        text: fitToLimit(item.label ?? '', limits.text, losses),
      })
    }
    return { plan: boardPlan.parse(plan), losses: [...new Set(losses)] }
  },
}
