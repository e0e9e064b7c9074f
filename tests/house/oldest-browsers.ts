import bcd from '@mdn/browser-compat-data' with { type: 'json' }
import type { CompatStatement, Identifier, SupportStatement } from '@mdn/browser-compat-data'

/** An oldest supported browser, by the name that the data on browsers has for it. */
export interface Oldest {
  browser: string
  version: string
}

/** Names of package.json's browserslist as MDN's data has them; Android's browsers have the versions of the desk's. */
const names: Record<string, readonly string[]> = {
  chrome: ['chrome', 'chrome_android'],
  edge: ['edge'],
  firefox: ['firefox', 'firefox_android'],
  safari: ['safari'],
  ios_saf: ['safari_ios'],
}

/** The browsers of a browserslist whose entries are a name and a version. */
export const oldestOf = (list: readonly string[]): Oldest[] =>
  list.flatMap(entry => {
    const [name = '', version = ''] = entry.split(' ')
    const known = names[name]
    if (!known || !/^\d+(\.\d+)?$/.test(version))
      throw new Error(`The browserslist entry “${entry}” is not understood.`)
    return known.map(browser => ({ browser, version }))
  })

/** Which of the browsers do not know a feature by this very name. */
export function missingIn({ support }: CompatStatement, oldest: readonly Oldest[]): Oldest[] {
  return oldest.filter(({ browser, version }) => {
    const said = support[browser as keyof typeof support] as SupportStatement | undefined
    const statements = said === undefined ? [] : Array.isArray(said) ? said : [said]
    return !statements.some(({ version_added, version_removed, flags, prefix, alternative_name }) => {
      if (flags || prefix || alternative_name || typeof version_added !== 'string') return false
      if (typeof version_removed === 'string' && !later(version_removed, version)) return false
      return version_added !== 'preview' && !later(version_added, version)
    })
  })
}

/** Whether one version comes after another. */
function later(a: string, b: string): boolean {
  const [[x = 0, y = 0], [u = 0, v = 0]] = [a, b].map(text => text.replace('≤', '').split('.').map(Number)) as [
    number[],
    number[],
  ]
  return x === u ? y > v : x > u
}

const own = (tree: Identifier): [string, Identifier][] =>
  Object.entries(tree).filter((entry): entry is [string, Identifier] => entry[0] !== '__compat')

/** What MDN's data knows of scripts and of styles, by the names that stand in code. */
export interface Features {
  /** Globals: `Iterator`, `URLPattern`. */
  globals: ReadonlyMap<string, CompatStatement>
  /** Members by what they are of: `Map.groupBy`, `Navigator.gpu`. */
  members: ReadonlyMap<string, CompatStatement>
  /** Members by their name alone, with whoever has one of that name, where a page of ours may mean it: `toArray`. */
  anybodys: ReadonlyMap<string, readonly CompatStatement[]>
  /** Properties, `:selectors`, `@rules` and `functions()` of styles. */
  styles: ReadonlyMap<string, CompatStatement>
}

/** What a page of ours has in its hands. In other interfaces every second word is a member: `side`, `region`. */
const inHands =
  /^(Node|Element|HTML\w*Element|SVGElement|(Keyboard|Pointer|Mouse|Input|Clipboard|Drag|Wheel|Touch|)Event|Document|ShadowRoot|Range|Selection|DOMRect|Animation|Clipboard|DataTransfer|Blob|File\w*|Response|Request|URL\w*|Abort\w*|CanvasRender\w*|OffscreenCanvas|ImageBitmap|MediaRecorder|IDB\w*|Cache\w*|\w*Stream|AudioContext|StorageManager|WebSocket|FontFace\w*)$/

export function features(): Features {
  const globals = new Map<string, CompatStatement>()
  const members = new Map<string, CompatStatement>()
  const anybodys = new Map<string, CompatStatement[]>()
  const meant = new Set<string>()
  const styles = new Map<string, CompatStatement>()
  const builtins = bcd.javascript.builtins as Identifier
  for (const [name, type] of [...own(bcd.api), ...own(builtins)]) {
    if (type.__compat) globals.set(name, type.__compat)
    for (const [key, { __compat }] of own(type)) {
      if (!__compat || key.endsWith('_event') || key.startsWith('@@')) continue
      const member = key.replace(/_static$/, '')
      members.set(`${name}.${member}`, __compat)
      anybodys.set(member, [...(anybodys.get(member) ?? []), __compat])
      if (name in builtins || inHands.test(name)) meant.add(member)
    }
  }
  const { properties, selectors, types, 'at-rules': rules } = bcd.css as unknown as Record<string, Identifier>
  const put = (tree: Identifier | undefined, spelled: (name: string) => string) => {
    for (const [name, { __compat }] of own(tree ?? {})) if (__compat) styles.set(spelled(name), __compat)
  }
  put(properties, name => name)
  put(selectors, name => `:${name}`)
  put(rules, name => `@${name}`)
  put(types, name => `${name}()`)
  for (const member of anybodys.keys()) if (!meant.has(member)) anybodys.delete(member)
  return { globals, members, anybodys, styles }
}
