import { shorten } from '../text/cut.ts'
import { type BpmnElement, element, elements } from './bpmn-model.ts'

/** “ExclusiveGateway” as people say it: exclusive gateway. */
export const typeInWords = (type: string): string =>
  type
    .replace(/^.*:/, '')
    .replace(/(?<=[a-z])(?=[A-Z])/g, ' ')
    .toLowerCase()
    .replace('sub process', 'sub-process')
    .replace(/^data (object|store) reference$/, 'data $1')

/** What an event of each definition is about, for one that has no name. */
const events: Record<string, string> = {
  Message: 'Message',
  Timer: 'Time',
  Signal: 'Signal',
  Error: 'Error',
  Escalation: 'Escalation',
  Conditional: 'Condition',
  Compensate: 'Compensation',
  Cancel: 'Cancelled',
  Link: 'Goes on elsewhere',
  Terminate: 'Everything ends',
}
const gateways: Record<string, [splits: string, joins: string]> = {
  ExclusiveGateway: ['Which way?', 'One of the ways goes on'],
  InclusiveGateway: ['Which ways?', 'The ways taken meet'],
  ComplexGateway: ['Which ways?', 'Ways meet'],
  EventBasedGateway: ['What comes first?', 'Ways meet'],
  ParallelGateway: ['At the same time', 'All ways meet'],
}

/** The words for an element that has no name: a note without any says nothing. */
export function bpmnLabelOf(item: BpmnElement, outgoing: number): string {
  const type = item.$type.replace('bpmn:', '')
  const gateway = gateways[type]
  if (gateway) return gateway[outgoing > 1 ? 0 : 1]
  if (type.endsWith('Event')) {
    const definition = elements(item.eventDefinitions)[0]?.$type.replace(/^bpmn:|EventDefinition$/g, '') ?? ''
    const about = events[definition]
    if (type === 'StartEvent') return about ? `Start: ${about.toLowerCase()}` : 'Start'
    if (type === 'EndEvent') return about ? `End: ${about.toLowerCase()}` : 'End'
    return about ?? 'Event'
  }
  if (type === 'TextAnnotation') return 'Annotation'
  const words = typeInWords(type)
  return words.charAt(0).toUpperCase() + words.slice(1)
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' }

/** Text of an element's documentation; of a page in it the words alone. */
export const documentationOf = (item: BpmnElement): string[] =>
  elements(item.documentation).flatMap(({ text, textFormat }) => {
    const written = String(text ?? '').trim()
    const isPage = /html/i.test(String(textFormat ?? '')) || /^<(!doctype html|html|p|div|ul|body)\b/i.test(written)
    const words = isPage ? wordsOfPage(written) : written
    return words ? [words] : []
  })

const wordsOfPage = (page: string): string =>
  page
    .replace(/<(style|script)\b[^<]*<\/\1>/gi, '')
    .replace(/<(br|\/p|\/div|\/li|\/h\d|\/tr)\b[^<>]*>/gi, '\n')
    .replace(/<[^<>]*>/g, '')
    .replace(/&(amp|lt|gt|quot|apos|nbsp);/g, (_, name: string) => entities[name] ?? '')
    .replace(/&#(\d{1,7});/g, (whole, code: string) =>
      Number(code) <= 0x10ffff ? String.fromCodePoint(Number(code)) : whole,
    )
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()

/** A flow's condition as it is written in the file. */
export const conditionOf = (flow: BpmnElement): string => String(element(flow.conditionExpression)?.body ?? '').trim()

/** What is left out of a file, by what it is, told in one sentence each. */
export class LeftOut {
  readonly #names = new Map<string, string[]>()

  add(what: string, name: unknown): void {
    const names = this.#names.get(what) ?? []
    names.push(String(name ?? '').trim())
    this.#names.set(what, names)
  }

  sentences(): string[] {
    return [...this.#names].map(([what, names]) => {
      const said = [...new Set(names)].filter(Boolean).map(name => `“${shorten(name.replace(/\s+/g, ' '), 60)}”`)
      const shown = said.slice(0, 5).join(', ') + (said.length > 5 ? ` and ${said.length - 5} more` : '')
      const many = names.length > 1
      return `${names.length} ${many ? plural(what) : what} ${many ? 'have' : 'has'} no counterpart and ${
        many ? 'are' : 'is'
      } left out${shown ? `: ${shown}` : ''}.`
    })
  }
}

const plural = (word: string): string =>
  /(s|sh|ch)$/.test(word) ? `${word}es` : /[^aeiou]y$/.test(word) ? `${word.slice(0, -1)}ies` : `${word}s`
