import { parentPort } from 'node:worker_threads'
import * as Y from 'yjs'
import { readBoard } from '#lib/board/model.ts'
import type { BoardSnapshot, Made } from '#lib/board/snapshot.ts'
import { writeArchive } from '#lib/export/archive.ts'
import { exportFormat } from '#lib/export/index.ts'
import { miniatureSvg } from '#lib/export/miniature.ts'
import { wallPicture } from '#lib/export/svg.ts'
import { ImportError } from '#lib/import/format.ts'
import { reportOf } from '#lib/report/report.ts'
import { summaryOf, textOf } from '#lib/report/summary.ts'
import { inHand } from './handwriting-font.ts'
import type { Job, JobResult, Jobs, Source } from './jobs.ts'
import { readAsBoard } from './read-file.ts'
import { sealOf } from './seal.ts'

/** The thread in which whole boards are read: no loop with sockets on it waits for an export. */
type AuthorName = (made: Made) => string | null

function read(source: Source): { board: BoardSnapshot; authorName: AuthorName } {
  const doc = new Y.Doc()
  for (const update of source.updates) Y.applyUpdate(doc, update)
  const leases = new Map(source.leases)
  const names = new Map(source.names)
  const authorName = (made: Made) => names.get(made.by ?? leases.get(made.client) ?? '') ?? null
  return { board: readBoard(doc), authorName }
}

async function exported(board: BoardSnapshot, authorName: AuthorName, ask: Jobs['export']['ask']) {
  const format = exportFormat(ask.format)
  if (!format) throw new Error(`There is no format ${ask.format}.`)
  const written = await format.write(board, { ...ask, authorName })
  if (typeof written !== 'string') return new Uint8Array(written)
  return new TextEncoder().encode(format.id === 'svg' ? inHand(written) : written) as Uint8Array<ArrayBuffer>
}

async function run(job: Job): Promise<unknown> {
  if (job.name === 'file') return readAsBoard(job.ask)
  if (job.name === 'pack') {
    const { history, about, people, clients, secret } = job.ask
    return writeArchive(history, { ...about, people, clients, authorName: () => null }, text => sealOf(secret, text))
  }
  const { board, authorName } = read(job.source)
  switch (job.name) {
    case 'export':
      return exported(board, authorName, job.ask)
    case 'miniature':
      return miniatureSvg(board)
    case 'publish': {
      const report = reportOf(board, authorName)
      const picture = wallPicture(board, { title: job.ask.title }).svg
      return { summary: summaryOf(board, report), text: textOf(board), picture }
    }
    case 'report': {
      const { title, ...options } = job.ask
      return {
        report: reportOf(board, authorName),
        asIs: wallPicture(board, { ...options, title: `${title}, as it is` }).svg,
        toBe: wallPicture(board, { ...options, title: `${title}, as it will be`, view: 'to-be' }).svg,
      }
    }
  }
}

parentPort?.on('message', async (job: Job) => {
  let result: JobResult
  try {
    result = { id: job.id, ok: true, answer: await run(job) }
  } catch (error) {
    const expected = error instanceof ImportError
    const message = error instanceof Error ? (expected ? error.message : (error.stack ?? error.message)) : String(error)
    result = { id: job.id, ok: false, expected, message }
  }
  parentPort?.postMessage(result)
})
