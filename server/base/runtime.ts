import type { Hub } from '#server/collab/contract.ts'
import type { BoardReader } from '#server/reading/reader.ts'
import type { Recordings } from '#server/replay/recordings.ts'
import type { Store } from '#server/store/store.ts'
import type { Env } from './env.ts'
import type { Log } from './log.ts'
import type { SendMail } from './mail.ts'

/**
 * What main.ts composed, for Next's bundles: they load their own copy of every module, so this is the only shared
 * state.
 */
export interface Running {
  env: Env
  store: Store
  hub: Hub
  reader: BoardReader
  recordings: Recordings
  log: Log
  /** null where no mail is set up. */
  mail: SendMail | null
}

const key = Symbol.for('brownpaper.running')

export function hold(running: Running): void {
  Object.assign(globalThis, { [key]: running })
}

/** Returns the composed server; throws outside a running server (in a build or a script). */
export function running(): Running {
  const held = (globalThis as { [key]?: Running })[key]
  if (!held) throw new Error('The server is not running: pages are served by server/main.ts only.')
  return held
}

/** Returns state that must exist once per process although Next's bundles load its module a second time. */
export function kept<T>(name: string, make: () => T): T {
  const shared = globalThis as unknown as Record<symbol, T | undefined>
  const id = Symbol.for(`brownpaper.${name}`)
  const value = shared[id] ?? make()
  shared[id] = value
  return value
}
