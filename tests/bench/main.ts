/**
 * `npm run bench [-- name …]`: how fast the product is, as tables with ratios against a reference in the same run. Only
 * this machine is asked. A bench is one file or folder and one line here.
 */
Object.assign(process.env, { NODE_ENV: 'production' })

const benches: Record<string, () => Promise<unknown>> = {
  replay: async () => (await import('./replay/index.ts')).replay(),
  method: async () => (await import('./method.ts')).method(),
  library: async () => (await import('./library.ts')).library(),
  gate: async () => (await import('./gate.ts')).gate(),
  joins: async () => (await import('./rooms/joins.ts')).joins(),
  rooms: async () => (await import('./rooms/index.ts')).rooms(),
  store: async () => (await import('./store.ts')).store(),
  frames: async () => (await import('./walls/panels.ts')).panels(),
  walls: async () => (await import('./walls/index.ts')).walls(),
}

const asked = process.argv.slice(2)
const unknown = asked.filter(name => !Object.hasOwn(benches, name))
if (unknown.length > 0) {
  console.error(`There is no bench ${unknown.join(', ')}: choose from ${Object.keys(benches).join(', ')}.`)
  process.exit(1)
}
for (const [name, run] of Object.entries(benches)) if (asked.length === 0 || asked.includes(name)) await run()
process.exit(0)

export {}
