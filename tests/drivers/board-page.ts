import { z } from 'zod'
import { type Ability, describe as inWords } from '#lib/access/policy.ts'
import { fieldOf, type RootName, rootNames, schema } from '#lib/board/schema.ts'

/** The tables of lib/board/BOARD.md, as the schema says them: one for each root that clients may write. */
export function tablesOfSchema(): string {
  return rootNames
    .filter(root => Object.keys(schema[root].fields).length > 0)
    .map(root => [`### \`${root}\``, '', `To add one: ${who(schema[root].add)}.`, '', ...tableOf(root)].join('\n'))
    .join('\n\n')
}

function tableOf(root: RootName): string[] {
  const rows = Object.keys(schema[root].fields).flatMap(key => {
    const field = fieldOf(root, key)
    if (!field) return []
    const what = field.type === 'text' ? 'Y.Text' : typeOf(z.toJSONSchema(field.accepts) as Json)
    const marks = [
      field.type === 'value' && field.needed ? 'needed' : '',
      field.type === 'value' && field.own ? 'asked when adding too' : '',
    ]
    return [[`\`${key}\``, what, [who(field.ability), ...marks.filter(Boolean)].join('; ')]]
  })
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [line(['key', 'value', 'who may write it']), line(['---', '---', '---']), ...rows.map(line)]
}

const who = (ability: Ability | 'server'): string =>
  ability === 'server' ? 'the server alone' : `whoever may ${inWords(ability)}`

interface Json {
  type?: string
  enum?: unknown[]
  anyOf?: Json[]
  prefixItems?: Json[]
  items?: Json
  properties?: Record<string, Json>
  required?: string[]
  additionalProperties?: Json | boolean
  pattern?: string
  format?: string
  minimum?: number
  maximum?: number
  minLength?: number
  maxLength?: number
  maxItems?: number
}

/** A JSON schema in a few words. */
function typeOf(json: Json): string {
  if (json.enum) return `one of ${json.enum.map(each => `\`${String(each)}\``).join(' ')}`
  if (json.anyOf) return json.anyOf.length > 3 ? 'JSON' : json.anyOf.map(typeOf).join(' or ')
  if (json.prefixItems) return `[${json.prefixItems.map(typeOf).join(', ')}]`
  switch (json.type) {
    case 'null':
      return 'null'
    case 'boolean':
      return 'true or false'
    case 'array':
      return `at most ${json.maxItems ?? 'any number'} of ${typeOf(json.items ?? {})}`
    case 'object':
      if (typeof json.additionalProperties === 'object') return `{ each: ${typeOf(json.additionalProperties)} }`
      return `{ ${Object.entries(json.properties ?? {})
        .map(([key, value]) => `${key}${json.required?.includes(key) ? '' : '?'}: ${typeOf(value)}`)
        .join('; ')} }`
    case 'integer':
    case 'number':
      return `${json.type === 'integer' ? 'whole ' : ''}number ${said(json.minimum)} to ${said(json.maximum)}`
    case 'string':
      return stringOf(json)
    default:
      return 'JSON'
  }
}

function stringOf({ format, pattern, maxLength }: Json): string {
  if (format === 'date') return 'date (`2026-03-01`)'
  if (pattern?.includes('{1,40}')) return 'id'
  if (pattern) return 'order key'
  return `text of at most ${said(maxLength)} characters`
}

const said = (n: number | undefined): string => (n ?? Number.POSITIVE_INFINITY).toLocaleString('en')
