/** What the parser takes as an id (a name of XML Schema in ASCII letters); it leaves out elements with any other. */
const taken = /^([a-z][\w-.]*:)?[a-z_][\w-.]*$/i
/** An attribute that names something by its id, or an element whose text does. */
const attribute = /(\s)([A-Za-z_][\w.:-]*)(\s*=\s*)(?:"([^"]*)"|'([^']*)')/g
const reference = /(<(?:[\w.-]+:)?(?:flowNodeRef|incoming|outgoing|[A-Za-z]+Ref)>)([^<>]*)(?=<)/g
/** Attributes that are words, whatever they look like. */
const words = new Set(['name', 'value', 'text'])

/**
 * Ids that are no XML names are in files of real tools (`1`, `{7F…}`, `Tätigkeit_1`): each is given a plain one, with
 * everything that refers to it. A file without any is answered as it is.
 */
export function withPlainIds(xml: string): string {
  const plain = new Map<string, string>()
  for (const [, , name, , double, single] of xml.matchAll(attribute)) {
    const id = double ?? single ?? ''
    if (name === 'id' && id !== '' && !taken.test(id) && !plain.has(id))
      plain.set(id, `id_${plain.size + 1}_${id.replace(/\W/g, '').slice(0, 16)}`)
  }
  if (plain.size === 0) return xml
  /** Also behind the prefix of a qualified name. */
  const plainOf = (id: string): string | undefined => {
    const trimmed = id.trim()
    return plain.get(trimmed) ?? plain.get(trimmed.replace(/^[A-Za-z_][\w.-]*:/, ''))
  }
  return xml
    .replace(attribute, (whole, space: string, name: string, equals: string, double?: string, single?: string) => {
      const id = double ?? single ?? ''
      const found = words.has(name) ? undefined : plainOf(id)
      return found === undefined ? whole : `${space}${name}${equals}"${found}"`
    })
    .replace(reference, (whole, open: string, id: string) => {
      const found = plainOf(id)
      return found === undefined ? whole : `${open}${found}`
    })
}
