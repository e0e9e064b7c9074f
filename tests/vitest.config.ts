import { defineConfig } from 'vitest/config'

export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  test: {
    include: ['tests/unit/**/*.test.ts', 'tests/contract/**/*.test.ts', 'tests/fuzz/**/*.test.ts'],
    // next-auth imports `next/server`, which bundlers find and Node does not.
    server: { deps: { inline: ['next-auth', /excalidraw/, 'open-color'] } },
    // How long to wait for what hangs; no test is about its own speed.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
