/** `npm run backup [-- DIRECTORY]`: everything that is stored, while the server runs or not. */
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { backUp } from '../backup.ts'
import { readDataDir } from '../env.ts'
import { script } from './script.ts'
import { stamp } from './stamp.ts'

await script(async () => {
  const dataDir = readDataDir()
  const { positionals } = parseArgs({ allowPositionals: true })
  const target = resolve(positionals[0] ?? join(dataDir, 'backups', stamp()))
  backUp(dataDir, target)
  console.log(`Backed up to ${target}\nIt holds everybody’s boards and the secret that signs people in: keep it safe.`)
})
