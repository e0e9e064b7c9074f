/**
 * The server, with `--pages` those too, as a process of its own: tests kill it. Opens its store when it is told to, by
 * a line, so that one can stand by while another runs; prints its port when it is ready.
 */
import { once } from 'node:events'
import { readEnv } from '#server/base/env.ts'
import { createLog } from '#server/base/log.ts'
import { serve } from '#server/serve.ts'
import { heldMemory, watchLoop } from './loop-watch.ts'
import { poorDisk } from './poor-disk.ts'

const env = readEnv()
const disk = poorDisk()
// Slow enough that anything sent before it is stored is sent long before.
disk.delay = 15
await once(process.stdin, 'data')
const store = await disk.open(env.dataDir, env.databaseUrl)
const server = await serve({
  env,
  log: createLog(env.logLevel),
  pages: process.argv.includes('--pages') ? 'built' : 'none',
  store,
})
process.on('SIGUSR2', () => {
  disk.full = !disk.full
})
process.on('SIGTERM', () => server.close().then(() => process.exit(0)))
const strain = watchLoop()
process.stdin.on('data', async line =>
  console.log(JSON.stringify(String(line).startsWith('memory') ? await heldMemory() : strain())),
)
console.log(String(server.port))
