import { z } from 'zod'
import { fieldValues, limits } from '../board/fields.ts'
import { type BoardPlanInput, boardPlan } from '../board/plan.ts'
import { looksLikeCustomer } from '../method/customer-lane.ts'
import { nearestPaper } from '../notes/colour.ts'
import { noteKind } from '../notes/kinds/index.ts'
import { cutText } from '../text/cut.ts'
import { bandUnder, ontoLanes } from './bands.ts'
import { type Written, writtenOf } from './excalidraw-boxes.ts'
import { type ExcalidrawElement, elementsOf, isArrow, isExcalidraw } from './excalidraw-elements.ts'
import { fitToLimit, type ImportFormat, idMaker, parseJson, withArticle } from './format.ts'

const clamp = (n: number, [min, max]: readonly [number, number]) => Math.min(max, Math.max(min, n))

/** What our own drawings say of an element besides how it looks (lib/export/excalidraw.ts). */
const lane = z.object({ lane: z.object({ name: fieldValues.name, actor: fieldValues.actor }) })
const noteOf = z.object({ kind: fieldValues.kind })
const ownData = (item: ExcalidrawElement): unknown => item.customData?.brownpaper

interface Band {
  element: ExcalidrawElement
  name: string
  actor: z.infer<typeof fieldValues.actor>
  /** The text that shows its name. */
  label: string | null
}

/** px that the name of a lane lies within its corner in our drawings. */
const corner = { x: 40, y: 40 }

/** Bands of our own drawings: they say so, or are dashed boxes of our colour, one under the other. */
function bandsOf(elements: readonly ExcalidrawElement[]): Band[] {
  return elements
    .flatMap((item): Band[] => {
      if (item.type !== 'rectangle') return []
      const said = lane.safeParse(ownData(item))
      const old = item.strokeStyle === 'dashed' && item.strokeColor === '#8a6f4d' && item.groupIds.length === 0
      if (!said.success && !old) return []
      const label = elements.find(
        one =>
          one.type === 'text' &&
          (one.id === `${item.id}-text` ||
            (!one.containerId &&
              one.x >= item.x &&
              one.x <= item.x + corner.x &&
              one.y >= item.y &&
              one.y <= item.y + corner.y)),
      )
      const name = (label?.originalText ?? label?.text ?? (said.success ? said.data.lane.name : '')).slice(
        0,
        limits.name,
      )
      const actor = said.success ? said.data.lane.actor : looksLikeCustomer(name) ? 'customer' : 'back-stage'
      return [{ element: item, name, actor, label: label?.id ?? null }]
    })
    .sort((a, b) => a.element.y - b.element.y)
}

/** Excalidraw's own files: boxes with their texts become notes, tied arrows links, frames named groups, loose text notes. */
export const excalidrawImport: ImportFormat = {
  id: 'excalidraw',
  label: 'Excalidraw',
  extensions: ['excalidraw', 'excalidrawlib'],
  recognises: (_, json) => isExcalidraw(json),
  read(text) {
    const losses: string[] = []
    const elements = elementsOf(parseJson(text), losses)
    const bands = bandsOf(elements)
    const ofBands = new Set(bands.flatMap(({ element, label }) => [element.id, label]))
    const rest = elements.filter(item => !ofBands.has(item.id))
    const written = writtenOf(rest)
    const idOf = idMaker()
    const frames = rest.filter(item => item.type === 'frame' || item.type === 'magicframe')
    const groupOf = groupsOf(written, frames)
    const lanes = bands.map(({ element: { id, y, height }, name, actor }) => {
      return { id: idOf(id), name, actor, top: y, height: clamp(height, limits.laneHeight) }
    })
    const onto = ontoLanes(lanes)
    const noteIds = new Map(written.flatMap(({ element, ids }) => ids.map(id => [id, idOf(element.id)] as const)))
    const plan: BoardPlanInput = {
      lanes: lanes.map(({ id, name, actor, height }) => ({ id, name, actor, height })),
      groups: frames
        .filter(({ id }) => written.some(one => groupOf(one.element) === id))
        .map(frame => ({ id: idOf(frame.id), name: cutText(frame.name ?? '', limits.name) })),
      notes: written.map(one => {
        const { element: item } = one
        const group = groupOf(item)
        return {
          ...lookOf(item),
          id: idOf(item.id),
          text: fitToLimit(one.text, limits.text, losses),
          x: item.x,
          ...onto(bandUnder(lanes, item.y, item.height), item.y),
          ...(item.locked ? { locked: true } : {}),
          ...(group ? { group: idOf(group) } : {}),
        }
      }),
      links: [],
    }
    const labels = new Map(
      rest.flatMap(item => (item.type === 'text' && item.containerId ? [[item.containerId, item] as const] : [])),
    )
    for (const item of rest) {
      if (isArrow(item)) {
        const ends = endsOf(item, written).map(id => noteIds.get(id ?? ''))
        const [from, to] = item.startArrowhead && !item.endArrowhead ? ends.toReversed() : ends
        const label = labels.get(item.id)
        const words = fitToLimit(label?.originalText ?? label?.text ?? '', limits.text, losses)
        if (from && to && from !== to) plan.links?.push({ id: idOf(item.id), from, to, text: words })
        else losses.push('An arrow that is not tied to two boxes is left out.')
      } else if (!noteIds.has(item.id) && item.type !== 'text' && !frames.includes(item))
        losses.push(`${withArticle(item.type)} has no counterpart and is left out.`)
    }
    return { plan: boardPlan.parse(plan), losses: [...new Set(losses)] }
  },
}

/** Kind, size and colour of a note; a text that stands alone has the size of a note. */
function lookOf(
  item: ExcalidrawElement,
): Pick<NonNullable<BoardPlanInput['notes']>[number], 'kind' | 'size' | 'colour'> {
  if (item.type === 'text') return { kind: 'plain' }
  const said = noteOf.safeParse(ownData(item))
  const kind = said.success ? said.data.kind : item.type === 'diamond' ? 'decision' : 'plain'
  const paper = nearestPaper(item.backgroundColor)
  return {
    kind,
    size: [clamp(item.width, limits.noteWidth), clamp(item.height, limits.noteHeight)],
    // The colour that a note of this kind has anyway is nobody's choice.
    ...(paper && !(said.success && paper === noteKind(kind).paper) ? { colour: paper } : {}),
  }
}

/** Which group a note is of: the innermost one that holds another note too, else its frame. */
function groupsOf(
  written: readonly Written[],
  frames: readonly ExcalidrawElement[],
): (item: ExcalidrawElement) => string | null {
  const members = new Map<string, number>()
  for (const { element } of written) for (const id of element.groupIds) members.set(id, (members.get(id) ?? 0) + 1)
  const known = new Set(frames.map(frame => frame.id))
  return item =>
    item.groupIds.find(id => (members.get(id) ?? 0) > 1) ??
    (item.frameId && known.has(item.frameId) ? item.frameId : null)
}

/** px by which an arrow that is tied to nothing may miss the box it points at. */
const reach = 24

/** What an arrow goes from and to: what it is tied to, else the box at its end. */
function endsOf(arrow: ExcalidrawElement, written: readonly Written[]): [string | null, string | null] {
  const at = (point: [number, number] | undefined) => {
    if (!point) return null
    const [x, y] = [arrow.x + point[0], arrow.y + point[1]]
    const near = written.filter(
      ({ element: e }) =>
        x >= e.x - reach && x <= e.x + e.width + reach && y >= e.y - reach && y <= e.y + e.height + reach,
    )
    return (
      near.sort((a, b) => a.element.width * a.element.height - b.element.width * b.element.height)[0]?.element.id ??
      null
    )
  }
  return [arrow.startBinding?.elementId ?? at(arrow.points[0]), arrow.endBinding?.elementId ?? at(arrow.points.at(-1))]
}
