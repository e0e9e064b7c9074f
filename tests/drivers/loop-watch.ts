import { monitorEventLoopDelay } from 'node:perf_hooks'

/** The strain on a process since the last call; ms and bytes. */
export interface Strain {
  /** The longest delay of a timer; includes the load of other processes. */
  delay: number
  /** The most processor time that the loop used between two ticks of 10 ms, without other processes. */
  turn: number
  /** Processor time of the whole process. */
  cpu: number
  /** Resident memory, at most. */
  memory: number
}

const tick = 10

/** Watches the event loop of this process; the returned function returns the strain and resets it. */
export function watchLoop(): () => Strain {
  const delays = monitorEventLoopDelay({ resolution: tick })
  delays.enable()
  const spent = ({ user, system }: NodeJS.CpuUsage) => (user + system) / 1000
  let [turn, memory] = [0, 0]
  let before = spent(process.threadCpuUsage())
  let cpu = spent(process.cpuUsage())
  const look = () => {
    const now = spent(process.threadCpuUsage())
    turn = Math.max(turn, now - before)
    memory = Math.max(memory, process.memoryUsage.rss())
    before = now
  }
  setInterval(look, tick).unref()
  return () => {
    look()
    const used = spent(process.cpuUsage())
    const strain = { delay: delays.max / 1e6, turn, cpu: used - cpu, memory }
    delays.reset()
    turn = 0
    memory = 0
    cpu = used
    return strain
  }
}

/** What a process holds after it has thrown away all that it can; bytes. */
export interface Memory {
  /** The main thread's own heap, and what it holds outside of it. */
  heap: number
  /** Resident, with the heaps of all threads. */
  resident: number
}

/** Needs --expose-gc. */
export async function heldMemory(): Promise<Memory> {
  for (let i = 0; i < 4; i += 1) {
    globalThis.gc?.()
    await new Promise(resolve => setTimeout(resolve, 50))
  }
  const { heapUsed, external, rss } = process.memoryUsage()
  return { heap: heapUsed + external, resident: rss }
}
