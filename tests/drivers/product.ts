import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { until } from './until.ts'

const root = join(import.meta.dirname, '..', '..')

const freePort = () =>
  new Promise<number>((resolve, reject) => {
    const probe = createServer().once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => (typeof address === 'object' && address ? resolve(address.port) : reject(address)))
    })
  })

/** The built product, started for one test with settings of its own on a directory of its own. */
export async function startProduct(settings: (url: string) => Promise<Record<string, string>>) {
  const url = `http://localhost:${await freePort()}`
  const dataDir = await mkdtemp(join(tmpdir(), 'brownpaper-product-'))
  const child = spawn(join(root, 'node_modules', '.bin', 'node'), ['server/main.ts'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...process.env,
      NODE_ENV: 'production',
      PORT: new URL(url).port,
      PUBLIC_URL: url,
      DATA_DIR: dataDir,
      LOG_LEVEL: 'warn',
      ...(await settings(url)),
    },
  })
  const status = () =>
    fetch(`${url}/healthz`).then(
      answer => answer.status,
      () => 0,
    )
  await until(async () => (await status()) === 200, 'the product is there', 60_000)
  const close = async () => {
    child.kill('SIGTERM')
    await once(child, 'exit')
  }
  return { url, dataDir, close }
}
