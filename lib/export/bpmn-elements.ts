import { BpmnModdle } from 'bpmn-moddle'
import type { Note } from '../board/snapshot.ts'
import { type Kept, keptNamespace, keptType } from './bpmn-kept.ts'
import { type BpmnSource, drawable } from './bpmn-source.ts'
import { writable } from './xml.ts'

export type ModdleElement = ReturnType<BpmnModdle['create']>

export const holdsOthers = (element: ModdleElement): boolean => /SubProcess$|Transaction$/.test(element.$type)
export const isFlowNode = (element: ModdleElement): boolean => element.incoming !== undefined
export const isPool = (element: ModdleElement): boolean => element.$type === 'bpmn:Participant'

/** Makes elements of one file: texts that XML can hold, ids that nothing else has. */
export class Elements {
  readonly #moddle = new BpmnModdle()
  readonly #ids = new Set<string>()

  /** An XML id must begin with a letter or an underscore, and is one of a kind in the file. */
  idFor(wanted: string): string {
    const plain = /^[A-Za-z_]/.test(wanted) ? wanted : `_${wanted}`
    let id = plain
    for (let n = 2; this.#ids.has(id); n += 1) id = `${plain}_${n}`
    this.#ids.add(id)
    return id
  }

  create(type: string, properties: Record<string, unknown> = {}): ModdleElement {
    const texts = Object.entries(properties).map(([key, value]) => [
      key,
      typeof value === 'string' ? writable(value) : value,
    ])
    return this.#moddle.create(type, Object.fromEntries(texts))
  }

  isA(type: string, ...bases: readonly string[]): boolean {
    try {
      const made = this.#moddle.create(type)
      return bases.some(base => made.$instanceOf(base))
    } catch {
      return false
    }
  }

  /** What a file said of a note, as far as BPMN has such things: a client may have written anything there. */
  known(from: BpmnSource | null): BpmnSource | null {
    if (!from || !this.isA(from.type, ...drawable)) return null
    const events = [from.event, ...(from.moreEvents ?? [])].filter(
      event => event !== undefined && this.isA(event, 'bpmn:EventDefinition'),
    )
    return { ...from, event: events[0], moreEvents: events.slice(1).flatMap(event => event ?? []) }
  }

  /** The element of a note that is no pool. */
  note(note: Note, type: string, from: BpmnSource | null): ModdleElement {
    const id = this.idFor(note.id)
    const text = from?.label === note.text ? '' : note.text
    const events = from ? [from.event, ...(from.moreEvents ?? [])].flatMap(event => event ?? []) : []
    const element = this.create(type, {
      id,
      ...(type === 'bpmn:TextAnnotation' ? { text } : text ? { name: text } : {}),
      ...(this.isA(type, 'bpmn:FlowNode') ? { incoming: [], outgoing: [] } : {}),
    })
    const has = this.#propertiesOf(element)
    if (events.length && has.eventDefinitions)
      element.eventDefinitions = events.map((event, index) =>
        this.create(event, {
          id: this.idFor(index ? `${id}_event${index + 1}` : `${id}_event`),
          ...(event === 'bpmn:LinkEventDefinition' ? { name: note.text } : {}),
        }),
      )
    for (const [name, value] of Object.entries(from?.attributes ?? {}))
      if (has[name]?.type === (typeof value === 'boolean' ? 'Boolean' : 'String')) element[name] = value
    const loop = from?.loop
    if (loop && has.loopCharacteristics && this.isA(loop, 'bpmn:LoopCharacteristics'))
      element.loopCharacteristics = this.create(
        loop,
        loop === 'bpmn:MultiInstanceLoopCharacteristics' ? { isSequential: from?.isSequential ?? false } : {},
      )
    return element
  }

  #propertiesOf(element: ModdleElement): Record<string, { type: string } | undefined> {
    const { propertiesByName } = element.$descriptor as { propertiesByName: Record<string, { type: string }> }
    return propertiesByName
  }

  takesDefault = (element: ModdleElement): boolean => this.#propertiesOf(element).default !== undefined

  /** Writes what BPMN has no element for into an element; nothing where there is nothing to say. */
  keep(element: ModdleElement, kept: Kept): void {
    const said = Object.fromEntries(Object.entries(kept).filter(([, value]) => value !== undefined))
    if (Object.keys(said).length === 0) return
    const value = this.#moddle.createAny(keptType, keptNamespace, { $body: writable(JSON.stringify(said)) })
    element.extensionElements = this.create('bpmn:ExtensionElements', { values: [value] })
  }

  document(element: ModdleElement, texts: readonly string[]): void {
    if (texts.length) element.documentation = texts.map(text => this.create('bpmn:Documentation', { text }))
  }

  xml = async (definitions: ModdleElement): Promise<string> =>
    (await this.#moddle.toXML(definitions, { format: true })).xml
}

/** Adds an element to one of the lists of another. */
export function put(container: ModdleElement, list: string, element: ModdleElement): void {
  const held = (container[list] as ModdleElement[] | undefined) ?? []
  held.push(element)
  container[list] = held
}
