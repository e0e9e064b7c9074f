import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { addEntity, setFields } from '#lib/board/commands/writer.ts'
import { BoardModel, readBoard } from '#lib/board/model.ts'
import { writePlan } from '#lib/board/plan.ts'
import { largeBoard } from '#lib/templates/large.ts'
import { readEnv } from '#server/base/env.ts'
import { newId } from '#server/base/ids.ts'
import { createLog } from '#server/base/log.ts'
import { serve } from '#server/serve.ts'
import { connect, people, testSecret } from '#tests/drivers/server.ts'
import { middleOf, type OpenBoard } from './board.ts'

/** The built product on a data directory of its own, with a second person who changes things from outside the browser. */
export const openOurs: OpenBoard = async (newContext, { notes, more = [] }) => {
  const dataDir = await mkdtemp(join(tmpdir(), 'brownpaper-bench-'))
  const env = readEnv({
    NODE_ENV: 'production',
    PORT: '0',
    HOST: '127.0.0.1',
    DATA_DIR: dataDir,
    AUTH_SECRET: testSecret,
    PUBLIC_URL: 'http://127.0.0.1:0',
  })
  const server = await serve({ env, log: createLog('warn'), pages: 'built' })
  const { person, board, seat } = people({ ...env, publicUrl: server.url }, server.store)
  const owner = await person('Olga Owner')
  const { boardId, sessionId } = await board(owner)
  for (const plan of largeBoard(notes.length))
    await server.hub.write(boardId, 'bench.write', owner.id, doc => {
      writePlan({ doc, newId }, readBoard(doc), plan, { freshIds: false })
    })
  if (more.length > 0)
    await server.hub.write(boardId, 'bench.write', owner.id, doc => {
      for (const { from, to } of more) addEntity({ doc, newId }, 'links', newId(), { ends: [from, to] })
    })
  const other = await person('Gustav Guest')
  await seat(sessionId, other, 'contributor')
  const client = connect(server.url, boardId, other)
  await new Promise<void>(resolve => client.provider.once('sync', () => resolve()))
  const model = new BoardModel(client.doc)
  const movable = [...model.notes.values()]

  const context = await newContext()
  const [name = '', value = ''] = owner.cookie.split(/=(.*)/s)
  await context.addCookies([{ name, value, url: server.url }])
  const page = await context.newPage()
  await page.addInitScript(() => {
    // The first notes: cards in the DOM, or something drawn on the far picture's canvas.
    const look = () => {
      const canvas = document.querySelector<HTMLCanvasElement>('[data-slot=wall] canvas.far-canvas')
      const far = canvas !== null && canvas.style.visibility === 'visible' && canvas.width > 300
      if (far || document.querySelector('[data-slot=wall] [role=option]'))
        requestAnimationFrame(() => Object.assign(window, { benchPainted: performance.now() }))
      else requestAnimationFrame(look)
    }
    requestAnimationFrame(look)
  })
  await page.goto(`${server.url}/b/${boardId}`)
  const painted = await page.waitForFunction(() => (window as unknown as { benchPainted?: number }).benchPainted)
  const card = page.locator('[data-slot=wall]').getByRole('option')
  const rest = () => page.waitForTimeout(400)
  const note = async () => {
    const boxes = await Promise.all((await card.all()).slice(0, 60).map(one => one.boundingBox()))
    const inside = boxes.find(box => box && box.x > 200 && box.x < 1000 && box.y > 150 && box.y < 650)
    return inside ? { x: inside.x + inside.width / 2, y: inside.y + inside.height / 2 } : middleOf
  }
  return {
    name: 'Brownpaper',
    page,
    painted: Number(await painted.jsonValue()),
    async far() {
      await page.getByRole('button', { name: 'Show everything' }).click()
      await rest()
    },
    async near() {
      await page.mouse.move(middleOf.x, middleOf.y)
      await page.getByTitle('Back to 100 %').click()
      await card.first().waitFor()
      await rest()
    },
    note,
    async remote(turn) {
      const note = movable[(turn * 37) % movable.length]
      const pos = note && (client.doc.getMap('notes').get(note.id) as Map<string, unknown>).get('pos')
      if (!note || !Array.isArray(pos)) return
      setFields({ doc: client.doc, newId: () => '' }, 'notes', note.id, { pos: [pos[0] + 8, pos[1] + 4, pos[2]] })
    },
    async write() {
      const { x, y } = await note()
      await page.mouse.dblclick(x, y)
      await page.locator('[data-slot=wall] textarea').waitFor()
    },
    async close() {
      client.destroy()
      await context.close()
      await server.close()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}
