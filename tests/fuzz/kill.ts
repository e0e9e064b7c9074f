import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import * as Y from 'yjs'
import { createLog } from '#server/base/log.ts'
import { loadDocument } from '#server/collab/document.ts'
import { random } from '#tests/drivers/random.ts'
import { people, testSecret } from '#tests/drivers/server.ts'
import { ServerProcess } from '#tests/drivers/server-process.ts'
import { until } from '#tests/drivers/until.ts'
import { Editor, picture } from './editor.ts'
import { inSqlite, type Keep, type Kept } from './kept.ts'

export interface KillReport {
  seed: number
  kills: number
  edits: number
  /** Updates that were called saved, and updates that others had seen; each is looked for after each kill. */
  promised: number
  seen: number
  /** Of those, how many were not there. */
  lost: number
  refused: number
}

/**
 * Three people edit at random, with pauses and offline spells, while the server is killed with -9 again and again.
 * After each kill all that was called saved, or seen by another, since the last one must be on the disk; at the end all
 * of it must, and everybody's picture must be the same, and the same as a fresh load's. The disk may run full for a
 * while before each kill, and the storage may die with the server.
 */
export async function killAgainAndAgain(
  seed: number,
  kills: number,
  disk: 'roomy' | 'full now and then' = 'roomy',
  keep: Keep = inSqlite,
): Promise<KillReport> {
  const chance = random(seed)
  const dataDir = await mkdtemp(join(tmpdir(), 'brownpaper-kill-'))
  const kept = await keep(dataDir)
  const server = new ServerProcess(dataDir, { settings: kept.settings })
  const editors: Editor[] = []
  const report: KillReport = { seed, kills: 0, edits: 0, promised: 0, seen: 0, lost: 0, refused: 0 }
  try {
    const { boardId, cookies } = await prepare(kept)
    const files = new OnDisk(kept, boardId)
    await server.start()
    for (const [index, cookie] of cookies.entries())
      editors.push(new Editor('abc'[index] ?? 'x', server.url, boardId, cookie, random(chance.below(2 ** 31))))
    for (const editor of editors) editor.work()
    while (report.kills < kills) {
      server.standBy()
      const before = editors.map(editor => editor.promised.length)
      await until(
        () => editors.every((editor, i) => editor.promised.length > (before[i] ?? 0)),
        `everybody’s work is saved (seed ${seed})`,
        60_000,
      )
      if (chance.below(2) === 0) await sleep(chance.below(400))
      if (disk === 'full now and then') {
        server.fillDisk()
        await sleep(chance.below(1500))
      }
      // Every other time the server is left without its storage for a moment before it dies too.
      const crashed = kept.crash()
      if (chance.below(2) === 0) await crashed
      await server.kill()
      await crashed
      await kept.recover()
      report.kills += 1
      const doc = await files.read()
      for (const editor of editors) report.lost += missing(doc, editor.unchecked())
      await server.start()
    }
    await Promise.all(editors.map(editor => editor.rest()))
    const alike = () => new Set(editors.map(({ doc }) => picture(doc))).size === 1
    await until(
      () => editors.every(({ provider }) => provider.synced) && alike(),
      `all are alike (seed ${seed})`,
      60_000,
    )
    await server.stop()
    const { doc } = await stored(kept, boardId)
    if (picture(doc) !== picture(editors[0]?.doc ?? new Y.Doc()))
      throw new Error(`what was stored is not what people see (seed ${seed})`)
    for (const { promised, seen, edits, refused } of editors) {
      report.lost += missing(doc, promised) + missing(doc, seen)
      report.promised += promised.length
      report.seen += seen.length
      report.edits += edits
      report.refused += refused
    }
    return report
  } finally {
    for (const editor of editors) {
      await editor.rest()
      editor.provider.destroy()
    }
    server.dismiss()
    await server.kill()
    await kept.remove()
    await rm(dataDir, { recursive: true, force: true })
  }
}

async function prepare(kept: Kept): Promise<{ boardId: string; cookies: string[] }> {
  const store = await kept.open()
  const make = people({ authSecret: testSecret, publicUrl: 'http://127.0.0.1' }, store)
  const three = [await make.person('Ann'), await make.person('Bob'), await make.person('Cem')] as const
  const { boardId, sessionId } = await make.board(three[0])
  for (const person of three.slice(1)) await make.seat(sessionId, person, 'contributor')
  await store.close()
  return { boardId, cookies: three.map(person => person.cookie) }
}

async function stored(kept: Kept, boardId: string) {
  const store = await kept.open()
  try {
    return await loadDocument(store.log, boardId, createLog('silent'))
  } finally {
    await store.close()
  }
}

/** What is on the disk while no server runs, read with nobody's help; each time only what is new. */
class OnDisk {
  readonly #kept: Kept
  readonly #docId: string
  readonly #doc = new Y.Doc()
  #seq = 0

  constructor(kept: Kept, docId: string) {
    this.#kept = kept
    this.#docId = docId
  }

  async read(): Promise<Y.Doc> {
    for (const { seq, update } of await this.#kept.read(this.#docId, this.#seq)) {
      Y.applyUpdate(this.#doc, update)
      this.#seq = seq
    }
    return this.#doc
  }
}

/** How many of the updates hold something that the document does not. */
function missing(doc: Y.Doc, updates: readonly Uint8Array[]): number {
  let news = 0
  const count = () => {
    news += 1
  }
  doc.on('update', count)
  for (const update of updates) Y.applyUpdate(doc, update)
  doc.off('update', count)
  return news + (doc.store.pendingStructs || doc.store.pendingDs ? 1 : 0)
}
