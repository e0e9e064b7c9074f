import { z } from 'zod'
import { limits } from '../board/fields.ts'
import { type BoardPlanInput, boardPlan } from '../board/plan.ts'
import { looksLikeCustomer } from '../method/customer-lane.ts'
import { fitText, ImportError, type ImportFormat, idMaker, parseJson } from './format.ts'

const geometry = { id: z.string(), x: z.number(), y: z.number(), width: z.number(), height: z.number() }
const node = z.looseObject({ ...geometry, type: z.string(), text: z.string().optional(), label: z.string().optional() })
const sides = z.enum(['top', 'right', 'bottom', 'left'])
const edge = z.looseObject({
  id: z.string(),
  fromNode: z.string(),
  toNode: z.string(),
  fromSide: sides.optional(),
  toSide: sides.optional(),
  label: z.string().optional(),
})
const canvas = z.looseObject({ nodes: z.array(node).default([]), edges: z.array(edge).default([]) })

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
])
/** Keys we have no field for, kept so that an export gives them back. */
function source(item: Record<string, unknown>): { source?: string } {
  const keys = Object.fromEntries(Object.entries(item).filter(([key]) => !known.has(key)))
  const text = JSON.stringify({ format: 'canvas', keys })
  return Object.keys(keys).length && text.length <= 4_000 ? { source: text } : {}
}
const clamp = (n: number, [min, max]: readonly [number, number]) => Math.min(max, Math.max(min, n))

/** Groups stacked like the lanes of a wall: two or more, equally wide, each where the one above it ends. */
function lanesAmong(groups: readonly z.infer<typeof node>[]): z.infer<typeof node>[] {
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
export const jsonCanvas: ImportFormat = {
  id: 'json-canvas',
  label: 'JSON Canvas',
  extensions: ['canvas'],
  recognises: text => /"nodes"\s*:/.test(text.slice(0, 500)) && !/"elements"\s*:/.test(text.slice(0, 500)),
  read(text) {
    const file = canvas.safeParse(parseJson(text))
    if (!file.success)
      throw new ImportError(
        `This is not a JSON Canvas file: ${file.error.issues[0]?.path.join('.')} is not as it should be.`,
      )
    const losses: string[] = []
    const idOf = idMaker()
    const frames = file.data.nodes.filter(item => item.type === 'group')
    const lanes = lanesAmong(frames)
    if (lanes.length > 0) losses.push('The groups below each other, equally wide, are taken for lanes.')
    const groups = frames.filter(frame => !lanes.includes(frame))
    const top = lanes[0]?.y ?? 0
    const notes = file.data.nodes.filter(item => item.type !== 'group')
    const homeOf = (item: z.infer<typeof node>) => {
      const [x, y] = [item.x + item.width / 2, item.y + item.height / 2]
      const inside = groups.filter(g => x >= g.x && x <= g.x + g.width && y >= g.y && y <= g.y + g.height)
      return inside.sort((a, b) => a.width * a.height - b.width * b.height)[0]
    }
    const plan: BoardPlanInput = {
      lanes: lanes.map(({ id, label, height }) => {
        const name = (label ?? '').slice(0, limits.name)
        const actor = looksLikeCustomer(name) ? ('customer' as const) : ('back-stage' as const)
        return { id: idOf(id), name, actor, height: clamp(height, limits.laneHeight) }
      }),
      groups: groups.map(g => ({ id: idOf(g.id), name: (g.label ?? '').slice(0, limits.name) })),
      notes: notes.map(item => {
        if (item.type !== 'text') losses.push(`A ${item.type} card becomes a note with its name.`)
        const home = homeOf(item)
        const other = [item.file, item.url].find(value => typeof value === 'string')
        return {
          id: idOf(item.id),
          kind: 'plain' as const,
          text: fitText(item.text ?? String(other ?? ''), limits.text, losses),
          x: item.x,
          y: item.y - top,
          size: [clamp(item.width, limits.noteWidth), clamp(item.height, limits.noteHeight)] as [number, number],
          ...(home ? { group: idOf(home.id) } : {}),
          ...source(item),
        }
      }),
      links: [],
    }
    const ids = new Set(notes.map(item => item.id))
    for (const item of file.data.edges) {
      if (!ids.has(item.fromNode) || !ids.has(item.toNode)) {
        losses.push('A connection that does not go from card to card is left out.')
        continue
      }
      plan.links?.push({
        id: idOf(item.id),
        from: idOf(item.fromNode),
        to: idOf(item.toNode),
        text: fitText(item.label ?? '', limits.text, losses),
        sides: [item.fromSide ?? 'auto', item.toSide ?? 'auto'],
        ...source(item),
      })
    }
    return { plan: boardPlan.parse(plan), losses: [...new Set(losses)] }
  },
}
