import * as Y from 'yjs'
import { readBoard } from '#lib/board/model.ts'
import type { BoardSnapshot, Made } from '#lib/board/snapshot.ts'
import { writeArchive } from '#lib/export/archive.ts'
import { exportFormat } from '#lib/export/index.ts'
import { miniatureSvg } from '#lib/export/miniature.ts'
import { wallPicture } from '#lib/export/svg.ts'
import { ImportError } from '#lib/import/format.ts'
import { ownWriting } from '#lib/report/own-writing.ts'
import { reportOf } from '#lib/report/report.ts'
import { boardText, summaryOf } from '#lib/report/summary.ts'
import { answerJobs } from '#server/base/thread-answers.ts'
import { inHand } from './handwriting-font.ts'
import type { BoardJobs, ReadingFailure, ReadingJobs, StoredBoard } from './jobs.ts'
import { readAsBoard } from './read-file.ts'
import { sealOf } from './seal.ts'

/** The thread that reads whole boards, so that an export never delays the thread with the sockets. */
type AuthorName = (made: Made) => string | null

function read(source: StoredBoard): { board: BoardSnapshot; authorName: AuthorName } {
  const doc = new Y.Doc()
  for (const update of source.updates) Y.applyUpdate(doc, update)
  const leases = new Map(source.leases)
  const names = new Map(source.names)
  const authorName = (made: Made) => names.get(made.by ?? leases.get(made.client) ?? '') ?? null
  return { board: readBoard(doc), authorName }
}

async function exported(board: BoardSnapshot, authorName: AuthorName, ask: BoardJobs['export']['ask']) {
  const format = exportFormat(ask.format)
  if (!format) throw new Error(`There is no format ${ask.format}.`)
  const written = await format.write(board, { ...ask, authorName })
  if (typeof written !== 'string') return new Uint8Array(written)
  return new TextEncoder().encode(format.id === 'svg' ? inHand(written) : written) as Uint8Array<ArrayBuffer>
}

function toFailure(error: unknown): ReadingFailure {
  const expected = error instanceof ImportError
  const { message, stack } = error instanceof Error ? error : new Error(String(error))
  return { expected, message: expected ? message : (stack ?? message) }
}

await answerJobs<ReadingJobs>(
  {
    file: readAsBoard,
    async pack({ history, about, people, clients, secret }) {
      const all = { ...about, people, clients, authorName: () => null }
      return new Uint8Array(await writeArchive(history, all, text => sealOf(secret, text)))
    },
    export({ source, ask }) {
      const { board, authorName } = read(source)
      return exported(board, authorName, ask)
    },
    miniature: ({ source }) => miniatureSvg(read(source).board),
    publish({ source, ask }) {
      const { board, authorName } = read(source)
      const picture = wallPicture(board, { title: ask.title }).svg
      return { summary: summaryOf(board, reportOf(board, authorName)), text: boardText(board), picture }
    },
    written({ source, ask: { personId, name } }) {
      const makers = new Map(source.leases)
      const own = (made: Made) => (made.by ?? makers.get(made.client)) === personId
      return ownWriting(read(source).board, own, name)
    },
    report({ source, ask: { title, ...options } }) {
      const { board, authorName } = read(source)
      return {
        report: reportOf(board, authorName),
        asIs: wallPicture(board, { ...options, title: `${title}, as it is` }).svg,
        toBe: wallPicture(board, { ...options, title: `${title}, as it will be`, view: 'to-be' }).svg,
      }
    },
  },
  { toFailure },
)
