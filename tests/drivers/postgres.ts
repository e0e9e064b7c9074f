import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, chownSync, mkdtempSync, rmSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { findPostgres } from '#tests/postgres.mjs'
import { until } from './until.ts'

/** A PostgreSQL for the tests on a free port, with its data in a temporary directory. It uses fsync. */
export class ThrowAwayPostgres {
  readonly #bin: string
  readonly #data: string
  readonly #owner: { uid?: number; gid?: number }
  readonly #port: number
  #server: ChildProcess | null = null
  #databases = 0

  private constructor(bin: string, data: string, owner: { uid?: number; gid?: number }, port: number) {
    this.#bin = bin
    this.#data = data
    this.#owner = owner
    this.#port = port
    // Whatever ends the tests ends it too.
    process.once('exit', () => this.#server?.kill('SIGQUIT'))
  }

  static async start(): Promise<ThrowAwayPostgres> {
    const bin = findPostgres()
    if (bin === null) throw new Error('No PostgreSQL is installed: npm test gets one, or set POSTGRES_BIN.')
    const data = mkdtempSync(join(tmpdir(), 'brownpaper-postgres-'))
    const owner = ownerOf()
    if (owner.uid !== undefined && owner.gid !== undefined) chownSync(data, owner.uid, owner.gid)
    chmodSync(data, 0o700)
    // Only its creation is not synced.
    const made = ['-D', data, '-U', 'brownpaper', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync']
    execFileSync(join(bin, 'initdb'), made, { ...owner, cwd: data, stdio: 'ignore' })
    const cluster = new ThrowAwayPostgres(bin, data, owner, await freePort())
    await cluster.start()
    return cluster
  }

  /** Starts it; does nothing when it already runs. */
  async start(): Promise<void> {
    if (this.#server) return
    const settings = [
      'fsync=on',
      'listen_addresses=127.0.0.1',
      'unix_socket_directories=',
      'shared_buffers=32MB',
      'recovery_init_sync_method=syncfs',
    ]
    const options = ['-D', this.#data, '-p', String(this.#port), ...settings.flatMap(setting => ['-c', setting])]
    const server = spawn(join(this.#bin, 'postgres'), options, { ...this.#owner, cwd: this.#data, stdio: 'ignore' })
    this.#server = server
    await until(() => server.exitCode !== null || this.#answers(), 'PostgreSQL answers', 30_000)
    if (server.exitCode !== null) throw new Error(`PostgreSQL ended with ${server.exitCode}`)
  }

  /** `at once` is a crash: nothing is written out, and what was committed is recovered at the next start. */
  async stop(how: 'in order' | 'at once' = 'in order'): Promise<void> {
    const server = this.#server
    this.#server = null
    if (!server || server.exitCode !== null) return
    const gone = once(server, 'exit')
    server.kill(how === 'in order' ? 'SIGINT' : 'SIGQUIT')
    await gone
  }

  /** Stops it and removes its data. */
  async remove(): Promise<void> {
    await this.stop('at once')
    rmSync(this.#data, { recursive: true, force: true })
  }

  /** Creates a database, empty or as a copy of another one; returns its address. */
  async database(like = 'template0'): Promise<string> {
    this.#databases += 1
    const name = `test${this.#databases}`
    await this.#ask(`create database ${name} template ${like}`)
    return this.#address(name)
  }

  /** Everything in a database as text, as a backup by its own program has it; bytes are hex. */
  dump(address: string): string {
    const most = { maxBuffer: 1024 * 1024 * 1024, encoding: 'utf8' } as const
    return execFileSync(join(this.#bin, 'pg_dump'), [address], { ...most, ...this.#owner, cwd: this.#data })
  }

  /** Runs SQL on a database directly. */
  async tamper(address: string, sql: string): Promise<pg.QueryResult> {
    const client = new pg.Client(address)
    await client.connect()
    try {
      return await client.query(sql)
    } finally {
      await client.end()
    }
  }

  /** Changes a setting of the server while it runs; null puts it back. */
  async set(name: string, value: string | null): Promise<void> {
    await this.#ask(value === null ? `alter system reset ${name}` : `alter system set ${name} = '${value}'`)
    await this.#ask('select pg_reload_conf()')
  }

  #address(database: string): string {
    return `postgres://brownpaper:secret@127.0.0.1:${this.#port}/${database}`
  }

  async #ask(sql: string): Promise<void> {
    await this.tamper(this.#address('postgres'), sql)
  }

  async #answers(): Promise<boolean> {
    return this.#ask('select 1').then(
      () => true,
      () => false,
    )
  }
}

/** PostgreSQL does not run as root: as its own user if there is one, else as nobody. */
function ownerOf(): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {}
  for (const name of ['postgres', 'nobody']) {
    const [uid, gid] = ['-u', '-g'].map(which => Number(spawnSync('id', [which, name], { encoding: 'utf8' }).stdout))
    if (uid && gid) return { uid, gid }
  }
  throw new Error('PostgreSQL does not run as root, and there is no other user.')
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}
