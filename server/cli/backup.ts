/** `npm run backup [-- DIRECTORY]`: everything that is stored, while the server runs or not. */
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { isInPostgres, readDataDir } from '#server/base/env.ts'
import { backUp } from '#server/store/backup.ts'
import { pgDump } from '../store/postgres/index.ts'
import { script, UsageError } from './script.ts'
import { stamp } from './stamp.ts'

await script(async () => {
  if (isInPostgres()) throw new UsageError(pgDump)
  const dataDir = readDataDir()
  const { positionals } = parseArgs({ allowPositionals: true })
  const target = resolve(positionals[0] ?? join(dataDir, 'backups', stamp()))
  backUp(dataDir, target)
  console.log(`Backed up to ${target}\nIt holds everybody’s boards and the secret that signs people in: keep it safe.`)
})
