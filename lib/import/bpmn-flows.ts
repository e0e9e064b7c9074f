import type { Found, FoundFlow } from './bpmn-found.ts'
import { type BpmnElement, element, elements, is } from './bpmn-model.ts'

/** What a flow begins or ends at. A wall ties nothing to a flow: in its place stands what that flow leaves. */
export function endOfFlow(value: unknown): { end: BpmnElement | null; about?: BpmnElement } {
  const item = element(value)
  if (!item || !is(item, 'SequenceFlow', 'MessageFlow')) return { end: item }
  return { end: element(item.sourceRef), about: item }
}

/** A path that goes on elsewhere in the same process is one path. */
export function linkEventFlows(notes: readonly Found[], flows: readonly FoundFlow[]): FoundFlow[] {
  const definitionOf = (item: BpmnElement) =>
    elements(item.eventDefinitions).find(one => is(one, 'LinkEventDefinition'))
  const name = (item: BpmnElement) => String(definitionOf(item)?.name ?? item.name ?? '').trim()
  const linkEvents = notes.filter(({ item }) => definitionOf(item))
  const catching = linkEvents.filter(({ item }) => is(item, 'IntermediateCatchEvent'))
  return linkEvents.flatMap(({ item: from, band }) => {
    if (!is(from, 'IntermediateThrowEvent')) return []
    const to = catching.find(one => one.band.pool === band.pool && name(from) !== '' && name(one.item) === name(from))
    if (!to || flows.some(flow => flow.from === from && flow.to === to.item)) return []
    return [{ item: { $type: 'bpmn:LinkEventDefinition', id: `${from.id}-goes-on` }, from, to: to.item }]
  })
}

/** An annotation that is drawn nowhere lies with what it is about. */
export function placeAnnotations(
  flows: readonly FoundFlow[],
  foundOf: ReadonlyMap<BpmnElement, Found>,
  isPlaced: (note: BpmnElement) => boolean,
): void {
  for (const { from, to } of flows)
    for (const [note, about] of [
      [from, to],
      [to, from],
    ] as const) {
      const [found, other] = [foundOf.get(note), foundOf.get(about)]
      if (!found || !other || !is(note, 'TextAnnotation') || is(about, 'TextAnnotation')) continue
      if (!isPlaced(note)) found.band = other.band
    }
}
