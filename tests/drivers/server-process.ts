import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable, Writable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import type { Memory, Strain } from './loop-watch.ts'
import { testSecret } from './server.ts'

const script = fileURLToPath(new URL('./serve-alone.ts', import.meta.url))
const root = fileURLToPath(new URL('../..', import.meta.url))

type Child = ChildProcessByStdio<Writable, Readable, null>

/** A server in a process of its own, which can be killed at any moment and started again on the same port and data. */
export class ServerProcess {
  readonly #dataDir: string
  readonly #arguments: readonly string[]
  readonly #flags: readonly string[]
  readonly #settings: Record<string, string>
  #child: Child | null = null
  /** A process that has loaded its modules for the next start: loading takes ten times as long as starting. */
  #standby: Child | null = null
  port = 0

  /** `pages` serves the built ones too; `settings` are more of the environment, `flags` of Node. */
  constructor(
    dataDir: string,
    {
      pages = false,
      settings = {},
      flags = [],
    }: { pages?: boolean; settings?: Record<string, string>; flags?: readonly string[] } = {},
  ) {
    this.#dataDir = dataDir
    this.#flags = flags
    this.#settings = settings
    this.#arguments = pages ? ['--pages'] : []
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`
  }

  async start(): Promise<void> {
    const child = this.#standby ?? this.#load()
    this.#standby = null
    this.#child = child
    child.stdin.write('start\n')
    this.port = await Promise.race([
      lineOf(child.stdout, /^\d+$/).then(Number),
      once(child, 'exit').then(([code]) => Promise.reject(new Error(`the server ended with ${code}`))),
    ])
  }

  /** Loads the next process in advance, on the same port. */
  standBy(): void {
    this.#standby ??= this.#load()
  }

  #load(): Child {
    return spawn(
      process.execPath,
      ['--disable-warning=ExperimentalWarning', ...this.#flags, script, ...this.#arguments],
      {
        cwd: root,
        stdio: ['pipe', 'pipe', 'inherit'],
        env: {
          ...process.env,
          PORT: String(this.port),
          HOST: '127.0.0.1',
          PUBLIC_URL: `http://127.0.0.1:${this.port}`,
          DATA_DIR: this.#dataDir,
          AUTH_SECRET: testSecret,
          LOG_LEVEL: 'silent',
          NODE_COMPILE_CACHE: join(tmpdir(), 'brownpaper-compile-cache'),
          NODE_ENV: 'production',
          ...this.#settings,
        },
      },
    )
  }

  /** Returns the strain on its event loop and memory since the last call. */
  async strain(): Promise<Strain> {
    return (await this.#ask('strain')) as Strain
  }

  /** What it holds when all that can go is gone; it has to be started with --expose-gc. */
  async memory(): Promise<Memory> {
    return (await this.#ask('memory')) as Memory
  }

  async #ask(what: string): Promise<unknown> {
    const child = this.#child
    if (!child) throw new Error('the server does not run')
    const answer = lineOf(child.stdout, /^\{/)
    child.stdin.write(`${what}\n`)
    return JSON.parse(await answer)
  }

  /** Fills its disk until the next call or start. */
  fillDisk(): void {
    this.#child?.kill('SIGUSR2')
  }

  /** Ends the process that was loaded in advance. */
  dismiss(): void {
    this.#standby?.kill('SIGKILL')
    this.#standby = null
  }

  /** Kills it with SIGKILL. */
  kill(): Promise<void> {
    return this.#end('SIGKILL')
  }

  stop(): Promise<void> {
    return this.#end('SIGTERM')
  }

  async #end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    const child = this.#child
    this.#child = null
    if (!child || child.exitCode !== null) return
    const gone = once(child, 'exit')
    child.kill(signal)
    await gone
  }
}

/** Returns the next line of output that matches; keeps reading afterwards, so that the process never blocks. */
const lineOf = (output: Readable, kind: RegExp) =>
  new Promise<string>(resolve => {
    createInterface({ input: output }).on('line', line => {
      if (kind.test(line)) resolve(line)
    })
  })
