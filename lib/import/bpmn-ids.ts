/** What the parser takes as an id (a name of XML Schema in ASCII letters); it leaves out elements with any other. */
const taken = /^([a-z][\w-.]*:)?[a-z_][\w-.]*$/i
/** An attribute that names something by its id, or an element whose text does. */
const attribute = /(\s)([A-Za-z_][\w.:-]*)(\s*=\s*)(?:"([^"]*)"|'([^']*)')/g
const reference = /(<(?:[\w.-]+:)?(?:flowNodeRef|incoming|outgoing|[A-Za-z]+Ref)>)([^<>]*)(?=<)/g
/** Attributes that are words, whatever they look like. */
const words = new Set(['name', 'value', 'text'])

/** A comment or a CDATA section, up to the end where it has none: nothing in it is an attribute. */
const verbatim = /(<!--[\s\S]*?(?:-->|$)|<!\[CDATA\[[\s\S]*?(?:\]\]>|$))/

/**
 * Ids that are no XML names are in files of real tools (`1`, `{7F…}`, `Tätigkeit_1`): each is given a plain one, with
 * everything that refers to it. Of elements with the same id the parser would keep one: the others are given ids of
 * their own, and what refers to the id leads to the first. Also returns the ids that stood at several elements.
 */
export function withPlainIds(xml: string): { xml: string; repeated: string[] } {
  const plain = new Map<string, string>()
  const seen = new Map<string, number>()
  const parts = xml.split(verbatim)
  const markup = (change: (part: string) => string) =>
    parts.map((part, i) => (i % 2 === 0 ? change(part) : part)).join('')
  for (const [i, part] of parts.entries())
    for (const [, , name, , double, single] of i % 2 === 0 ? part.matchAll(attribute) : []) {
      const id = double ?? single ?? ''
      if (name !== 'id' || id === '') continue
      seen.set(id, (seen.get(id) ?? 0) + 1)
      if (!taken.test(id) && !plain.has(id)) plain.set(id, `id_${plain.size + 1}_${id.replace(/\W/g, '').slice(0, 16)}`)
    }
  const repeated = [...seen].filter(([, times]) => times > 1).map(([id]) => id)
  if (plain.size === 0 && repeated.length === 0) return { xml, repeated }
  /** Also behind the prefix of a qualified name. */
  const plainOf = (id: string): string | undefined => {
    const trimmed = id.trim()
    return plain.get(trimmed) ?? plain.get(trimmed.replace(/^[A-Za-z_][\w.-]*:/, ''))
  }
  const met = new Map<string, number>()
  const idOf = (id: string): string | undefined => {
    const before = met.get(id) ?? 0
    met.set(id, before + 1)
    if (before === 0) return plainOf(id)
    let made = `${plainOf(id) ?? id}_again_${before}`
    while (seen.has(made)) made += '_'
    return made
  }
  const changed = markup(part =>
    part
      .replace(attribute, (whole, space: string, name: string, equals: string, double?: string, single?: string) => {
        const id = double ?? single ?? ''
        const found = name === 'id' ? idOf(id) : words.has(name) ? undefined : plainOf(id)
        return found === undefined ? whole : `${space}${name}${equals}"${found}"`
      })
      .replace(reference, (whole, open: string, id: string) => {
        const found = plainOf(id)
        return found === undefined ? whole : `${open}${found}`
      }),
  )
  return { xml: changed, repeated }
}
