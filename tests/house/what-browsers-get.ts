import { parseSync, Visitor } from 'oxc-parser'
import { type Features, missingIn, type Oldest } from './oldest-browsers.ts'

/** Objects that a script finds under a name of their own. */
const instances: Record<string, string> = {
  navigator: 'Navigator',
  document: 'Document',
  window: 'Window',
  globalThis: 'Window',
  self: 'Window',
  performance: 'Performance',
}

/** What a script names that one of the browsers does not know, each once, with which browsers. */
export function lackingInScript(source: string, known: Features, oldest: readonly Oldest[]): Map<string, Oldest[]> {
  const found = new Map<string, Oldest[]>()
  const say = (name: string, missing: Oldest[]) => {
    if (missing.length > 0) found.set(name, missing)
  }
  new Visitor({
    MemberExpression(node) {
      if (node.computed || node.property.type !== 'Identifier') return
      const member = node.property.name
      const of = node.object.type === 'Identifier' ? (instances[node.object.name] ?? node.object.name) : null
      const exact = of === null ? undefined : known.members.get(`${of}.${member}`)
      if (exact) return say(`${of}.${member}`, missingIn(exact, oldest))
      // Whose member it is cannot be seen here: it is missing where everybody's is.
      const all = known.anybodys.get(member)?.map(compat => missingIn(compat, oldest)) ?? []
      if (all.length > 0 && all.every(missing => missing.length > 0)) say(`.${member}`, all[0] ?? [])
    },
    CallExpression({ callee }) {
      const compat = callee.type === 'Identifier' ? known.members.get(`Window.${callee.name}`) : undefined
      if (compat && callee.type === 'Identifier') say(`Window.${callee.name}`, missingIn(compat, oldest))
    },
    NewExpression({ callee }) {
      const compat = callee.type === 'Identifier' ? known.globals.get(callee.name) : undefined
      if (compat && callee.type === 'Identifier') say(callee.name, missingIn(compat, oldest))
    },
  }).visit(parseSync('script.js', source).program)
  return found
}

/** The same for styles. */
export function lackingInStyles(source: string, known: Features, oldest: readonly Oldest[]): Map<string, Oldest[]> {
  const plain = source.replace(/\/\*.*?\*\//gs, '').replace(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'/g, '""')
  const names = new Set([
    ...[...plain.matchAll(/[{;]\s*(-?[a-z][a-z-]*)\s*:/g)].map(([, name]) => name),
    ...[...plain.matchAll(/[^{};]+(?={)/g)].flatMap(([selector]) =>
      [...selector.matchAll(/::?([a-z-]+)/g)].map(([, name]) => `:${name}`),
    ),
    ...[...plain.matchAll(/@([a-z-]+)/g)].map(([, name]) => `@${name}`),
    ...[...plain.matchAll(/[\s,:(]([a-z-]+)\(/g)].map(([, name]) => `${name}()`),
  ])
  const found = new Map<string, Oldest[]>()
  for (const name of names) {
    const compat = known.styles.get(name ?? '')
    const missing = compat && !names.has(`-webkit-${name}`) ? missingIn(compat, oldest) : []
    if (name && missing.length > 0) found.set(name, missing)
  }
  return found
}
