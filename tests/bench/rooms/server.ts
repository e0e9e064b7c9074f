import { fork, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

const serverNames = ['forwarder', 'brownpaper', 'hocuspocus', 'y-websocket'] as const
export type ServerName = (typeof serverNames)[number]

/** The servers that SERVERS names, or all; the others' are installed, once. */
export function chosenServers(): readonly ServerName[] {
  const names = (process.env.SERVERS?.split(',') ?? serverNames) as readonly ServerName[]
  const folder = join(import.meta.dirname, '..', 'peers', 'rooms')
  const peers = names.some(name => name === 'hocuspocus' || name === 'y-websocket')
  if (!peers || existsSync(join(folder, 'node_modules', '@hocuspocus', 'server'))) return names
  const args = ['install', '--no-audit', '--no-fund', '--no-save', '--loglevel', 'error']
  const { status } = spawnSync('npm', args, { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] })
  if (status !== 0) throw new Error(`npm install did not succeed in ${folder}.`)
  return names
}

interface Used {
  cpu: number
  loop: number
  memory: number
}

/** A server in a process of its own. */
export interface Running {
  name: ServerName
  url(person: number): string
  headers(person: number): Record<string, string>
  docId: string
  /** Hocuspocus puts the document's name before every message. */
  named: boolean
  /** ms of CPU used so far by the process and of that by the loop with the sockets, and bytes in memory. */
  used(): Promise<Used>
  stop(): Promise<void>
}

const files: Record<ServerName, string> = {
  forwarder: 'rooms/forwarder.ts',
  brownpaper: 'rooms/ours.ts',
  hocuspocus: 'peers/rooms/hocuspocus.mjs',
  'y-websocket': 'peers/rooms/y-websocket.mjs',
}

export async function startServer(name: ServerName, people: number): Promise<Running> {
  const child = fork(join(import.meta.dirname, '..', files[name]), [String(people)], {
    execArgv: ['--disable-warning=ExperimentalWarning', ...(process.env.PROFILE === name ? ['--cpu-prof'] : [])],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  const [facts] = (await once(child, 'message')) as [{ port: number; docId?: string; cookies?: string[] }]
  const docId = facts.docId ?? 'board'
  return {
    name,
    docId,
    named: name === 'hocuspocus',
    url: () => `ws://127.0.0.1:${facts.port}/${name === 'brownpaper' ? `sync/${docId}?v=1` : docId}`,
    headers: person => (facts.cookies ? { cookie: facts.cookies[person] ?? '' } : {}),
    async used() {
      child.send('used')
      const [answer] = (await once(child, 'message')) as [Used]
      return answer
    },
    async stop() {
      const gone = once(child, 'exit')
      child.disconnect()
      const late = setTimeout(() => child.kill('SIGKILL'), 5000)
      await gone
      clearTimeout(late)
    },
  }
}

/** Waits no longer than that; what comes later counts as never. */
export const within = (ms: number, work: Promise<unknown>) => Promise.race([work, sleep(ms)])

/** A column that says how a figure compares with the reference's, the first row's. */
export function compared(rows: readonly Record<string, string>[], column: string): Record<string, string>[] {
  const reference = Number(rows.find(row => row.server === 'forwarder')?.[column] ?? rows[0]?.[column])
  return rows.map(({ server = '', ...row }) => ({
    server,
    [column]: row[column] ?? '–',
    ratio: `× ${(Number(row[column]) / reference).toFixed(2)}`,
    ...row,
  }))
}
