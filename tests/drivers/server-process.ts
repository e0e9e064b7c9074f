import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { testSecret } from './server.ts'

const script = fileURLToPath(new URL('./serve-alone.ts', import.meta.url))
const root = fileURLToPath(new URL('../..', import.meta.url))

/** A server in a process of its own, which can be killed at any moment and started again on the same port and data. */
export class ServerProcess {
  readonly #dataDir: string
  #child: ChildProcess | null = null
  port = 0

  constructor(dataDir: string) {
    this.#dataDir = dataDir
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`
  }

  async start(): Promise<void> {
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', script], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'inherit'],
      env: {
        ...process.env,
        PORT: String(this.port),
        HOST: '127.0.0.1',
        PUBLIC_URL: `http://127.0.0.1:${this.port}`,
        DATA_DIR: this.#dataDir,
        AUTH_SECRET: testSecret,
        LOG_LEVEL: 'silent',
        NODE_ENV: 'production',
      },
    })
    this.#child = child
    const [first] = await Promise.race([
      once(child.stdout, 'data'),
      once(child, 'exit').then(([code]) => Promise.reject(new Error(`the server ended with ${code}`))),
    ])
    this.port = Number(String(first).trim())
  }

  /** Its disk is full, until the next call or the next start. */
  fillDisk(): void {
    this.#child?.kill('SIGUSR2')
  }

  /** Ends it without a chance to do anything. */
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
