import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * The address on which the running server listens, kept beside its data for scripts on the same machine. A file left by
 * a crash does no harm: it is read only when the lock says that a server runs.
 */
const file = (dataDir: string) => join(dataDir, 'address')

export const keepAddress = (dataDir: string, host: string, port: number): Promise<void> =>
  writeFile(file(dataDir), `http://${reachable(host)}:${port}`, { mode: 0o600 })

export const forgetAddress = (dataDir: string): Promise<void> => rm(file(dataDir), { force: true })

/** Returns null when no server has stored its address. */
export async function runningAddress(dataDir: string): Promise<string | null> {
  try {
    return (await readFile(file(dataDir), 'utf8')).trim()
  } catch {
    return null
  }
}

/** Returns an address on this machine that reaches a server listening on `host`. */
function reachable(host: string): string {
  if (host === '0.0.0.0') return '127.0.0.1'
  if (host === '::') return '[::1]'
  return host.includes(':') ? `[${host}]` : host
}
