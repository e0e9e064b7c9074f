import { closeSync, fsyncSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

/** ms of each of many runs, a little apart. */
export async function times(work: () => unknown, count = 300): Promise<number[]> {
  const list: number[] = []
  for (let i = 0; i < count; i += 1) {
    const begun = performance.now()
    await work()
    list.push(performance.now() - begun)
    await sleep(2)
  }
  return list
}

/** ms that this machine's disk takes to have 200 bytes for good: what nothing durable can be faster than. */
export async function diskTimes(count = 300): Promise<number[]> {
  const dir = mkdtempSync(join(tmpdir(), 'bench-disk-'))
  const handle = openSync(join(dir, 'plain'), 'w')
  const bytes = new Uint8Array(200)
  const list = await times(() => {
    writeSync(handle, bytes)
    fsyncSync(handle)
  }, count)
  closeSync(handle)
  rmSync(dir, { recursive: true })
  return list
}
