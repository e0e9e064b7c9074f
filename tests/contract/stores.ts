import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openStore } from '#server/store/sqlite/index.ts'
import type { Store } from '#server/store/store.ts'

/** A place where one implementation keeps its data, opened and closed as often as a test likes. */
export interface Place {
  open(options?: { maxPages?: number }): Promise<Store>
  /** A fresh path outside the data. */
  path(name: string): string
  remove(): Promise<void>
}

/** Every implementation that the suite is run against. */
export const implementations: { name: string; place(): Promise<Place> }[] = [
  {
    name: 'SQLite',
    async place() {
      const dir = await mkdtemp(join(tmpdir(), 'brownpaper-store-'))
      return {
        open: options => openStore(join(dir, 'data'), options),
        path: name => join(dir, name),
        remove: () => rm(dir, { recursive: true, force: true }),
      }
    },
  },
]
