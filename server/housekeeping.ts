import type { Log } from '#server/base/log.ts'
import type { Running } from '#server/base/runtime.ts'
import { eraseExpired } from './use-cases/bin.ts'
import { eraseOldGuests } from './use-cases/erase.ts'

/** ms between two rounds. */
const every = 3_600_000

/** What time alone brings about, done at the start and every hour. */
export function keepHouse(running: Running, log: Log): { stop(): void } {
  let busy = false
  const go = async () => {
    if (busy) return
    busy = true
    try {
      const erased = await eraseExpired(running, Date.now())
      if (erased > 0) log.info({ erased }, 'boards that were deleted 30 days ago are erased')
    } catch (error) {
      log.error({ err: error }, 'deleted boards could not be erased; tried again in an hour')
    }
    try {
      const guests = await eraseOldGuests(running, Date.now())
      if (guests > 0) log.info({ guests }, 'names of guests are erased, as their workspaces wish')
    } catch (error) {
      log.error({ err: error }, 'names of guests could not be erased; tried again in an hour')
    }
    busy = false
  }
  void go()
  const timer = setInterval(() => void go(), every)
  timer.unref()
  return { stop: () => clearInterval(timer) }
}
