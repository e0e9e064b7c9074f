/** `npm run restore -- DIRECTORY [--replace]`: the data as it was in a backup, while no server runs. */
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { isInPostgres, readDataDir } from '#server/base/env.ts'
import { restore } from '#server/store/backup.ts'
import { pgDump } from '../store/postgres/index.ts'
import { DATABASE } from '../store/sqlite/index.ts'
import { script, UsageError } from './script.ts'
import { stamp } from './stamp.ts'

await script(async () => {
  if (isInPostgres()) throw new UsageError(pgDump)
  const dataDir = readDataDir()
  const options = { replace: { type: 'boolean', default: false } } as const
  const { positionals, values } = parseArgs({ allowPositionals: true, options })
  const [backup] = positionals
  if (backup === undefined) throw new UsageError('Say which backup: npm run restore -- DIRECTORY')
  const replaces = existsSync(join(dataDir, DATABASE))
  if (replaces && !values.replace)
    throw new UsageError(`${dataDir} holds boards already. Add --replace: they are put aside, not deleted.`)
  const aside = join(dataDir, 'replaced', stamp())
  restore(resolve(backup), dataDir, aside)
  console.log(`Restored ${resolve(backup)} to ${dataDir}${replaces ? `\nWhat was there is in ${aside}` : ''}`)
})
