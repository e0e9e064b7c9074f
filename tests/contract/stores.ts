import { copyFile, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DATABASE, openStore } from '#server/store/sqlite/index.ts'
import type { Store } from '#server/store/store.ts'

/** A place where one implementation keeps its data, opened and closed as often as a test likes. */
export interface Place {
  /** DATA_DIR of the store. */
  data: string
  /** `maxPages` of 4 KB make the disk full: SQLite answers as it does to ENOSPC. */
  open(options?: { maxPages?: number }): Promise<Store>
  openBackup(file: string): Promise<Store>
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
      const path = (name: string) => join(dir, name)
      return {
        data: path('data'),
        open: options => openStore(path('data'), options),
        async openBackup(file) {
          await mkdir(path('from-backup'))
          await copyFile(file, join(path('from-backup'), DATABASE))
          return openStore(path('from-backup'))
        },
        path,
        remove: () => rm(dir, { recursive: true, force: true }),
      }
    },
  },
]
