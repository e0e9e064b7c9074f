import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join } from 'node:path'
import type { Box, Point } from '#lib/geometry/box.ts'
import { around } from '#lib/geometry/box.ts'
import { middleOf, type OpenBoard } from './board.ts'

const folder = join(import.meta.dirname, '..', 'peers', 'walls')
const built = join(folder, 'node_modules', '.walls')
const types: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' }

/** Installs and builds the other boards' pages, once. */
export function preparePeers(): void {
  const run = (args: string[]) => {
    const { status } = spawnSync('npm', args, { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] })
    if (status !== 0) throw new Error(`npm ${args.join(' ')} did not succeed in ${folder}.`)
  }
  if (!existsSync(join(folder, 'node_modules', 'vite')))
    run(['install', '--no-audit', '--no-fund', '--no-save', '--loglevel', 'error'])
  if (!existsSync(join(built, 'tldraw.html'))) run(['exec', '--', 'vite', 'build', '--logLevel', 'error'])
}

interface PeerBench {
  look(box: Box): void
  move(id: string, x: number, y: number): void
  at(id: string): Point
  select(): void
}
declare global {
  interface Window {
    bench: PeerBench
  }
}

/** Another board: its page is given the same notes and links, and shows them before anything is measured. */
export const openPeer =
  (name: 'tldraw' | 'excalidraw'): OpenBoard =>
  async (newContext, content) => {
    const server = createServer((request, response) => {
      const path = new URL(request.url ?? '/', 'http://host').pathname
      readFile(join(built, path)).then(
        body =>
          response.writeHead(200, { 'content-type': types[extname(path)] ?? 'application/octet-stream' }).end(body),
        () => response.writeHead(404).end(),
      )
    })
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
    const context = await newContext()
    const page = await context.newPage()
    await page.addInitScript(`window.wall = ${JSON.stringify(content)}`)
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/${name}.html`)
    await page.waitForFunction(() => window.bench !== undefined, null, { timeout: 900_000 })
    const painted = await page.evaluate(
      () =>
        new Promise<number>(done => requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now())))),
    )
    const all = around(content.notes) ?? { x: 0, y: 0, w: 1, h: 1 }
    const centre = { x: all.x + all.w / 2, y: all.y + all.h / 2 }
    const look = async (box: Box) => {
      await page.evaluate(to => void window.bench.look(to), box)
      await page.waitForTimeout(400)
    }
    const distance = (note: Point) => Math.hypot(note.x - centre.x, note.y - centre.y)
    const nearest = content.notes.toSorted((a, b) => distance(a) - distance(b))[0]
    const note = () => (nearest ? page.evaluate(id => window.bench.at(id), nearest.id) : Promise.resolve(middleOf))
    return {
      name,
      page,
      painted,
      far: () => look(all),
      near: () => look({ x: centre.x - 720, y: centre.y - 450, w: 1440, h: 900 }),
      note,
      async remote(turn) {
        const note = content.notes[(turn * 37) % content.notes.length]
        if (note)
          await page.evaluate(({ id, x, y }) => void window.bench.move(id, x, y), { ...note, x: note.x + 8 + turn })
      },
      async write() {
        await page.evaluate(() => void window.bench.select())
        const { x, y } = await note()
        await page.mouse.dblclick(x, y)
      },
      async close() {
        await context.close()
        server.close()
        server.closeAllConnections()
      },
    }
  }
