import { defineConfig } from 'vitest/config'
import { folders } from './folders.ts'

/** The tests of one folder; `npm run mutate` says which. */
const tests = folders[process.env.MUTATED ?? ''] ?? []

export default defineConfig({
  root: new URL('../..', import.meta.url).pathname,
  test: {
    include: tests.filter(pattern => !pattern.startsWith('!')),
    exclude: tests.flatMap(pattern => (pattern.startsWith('!') ? [pattern.slice(1)] : [])),
    testTimeout: 60_000,
  },
})
