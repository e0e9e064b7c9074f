import { defineConfig } from 'vitest/config'

/** Tests that need a process of their own: they change modules for everybody, or bring the process to its limits. */
const alone = ['tests/unit/lib/board/new-field.test.ts', 'tests/contract/**/*.test.ts', 'tests/fuzz/**/*.test.ts']
/** A server counts in its process who tried what how often, and Next changes the console of the process. */
const withRoutes = ['tests/unit/server/**/*.test.ts']

/** Test files of `unit` run one after the other in the same processes and share the modules they import. */
export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  test: {
    // next-auth imports `next/server`, which bundlers find and Node does not.
    server: { deps: { inline: ['next-auth', /excalidraw/, 'open-color'] } },
    // How long to wait for what hangs; no test is about its own speed.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    projects: [
      { extends: true, test: { name: 'server', include: withRoutes } },
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.ts'],
          exclude: [...withRoutes, ...alone],
          isolate: false,
        },
      },
      { extends: true, test: { name: 'alone', include: alone } },
    ],
  },
})
