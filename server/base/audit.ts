import type { Log } from './log.ts'
import { count } from './rate-limit.ts'
import { kept } from './runtime.ts'

/** Who came in, went, or was refused, and from where. Never what they typed: no password, code, token, name or address of mail. */
interface Facts {
  /** The route or the way in. */
  at: string
  code?: string
  /** Whom limits count: an IP address, or an IPv6 network. */
  address?: string
  personId?: string
}

/** Lines that a flood kept out of the log, by kind. */
const unsaid = kept('audit', () => new Map<string, number>())

/** Writes what happened at a door into the log; of many of a kind some, and how many more there were. */
export function audit(log: Pick<Log, 'info'>, event: 'signed in' | 'signed out' | 'refused', facts: Facts): void {
  const kind = `${event} ${facts.code ?? ''}`
  const before = unsaid.get(kind) ?? 0
  if (!count('logLine', kind)) {
    unsaid.set(kind, before + 1)
    return
  }
  unsaid.delete(kind)
  log.info({ ...facts, ...(before > 0 ? { unsaid: before } : {}) }, event)
}
