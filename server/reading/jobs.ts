import type { BoardPlan } from '#lib/board/plan.ts'
import type { ArchiveManifest, HistoryEntry } from '#lib/export/archive.ts'
import type { Separator } from '#lib/export/choices.ts'
import type { PictureOptions } from '#lib/export/svg.ts'
import type { TableChoice, TableLook } from '#lib/import/tables/read.ts'
import type { Report } from '#lib/report/report.ts'
import type { BoardSummary, BoardText } from '#lib/report/summary.ts'

/** A board as it is stored, and what reading it needs of the catalogue. */
export interface StoredBoard {
  /** Yjs updates in order, the keyframe first. */
  updates: Uint8Array[]
  /** Which person each client number belongs to. */
  leases: [client: number, personId: string][]
  names: [personId: string, name: string][]
}

/** What is made of a whole board, in a thread of its own. */
export interface BoardJobs {
  export: {
    ask: {
      format: string
      title: string
      customer: string
      process: string
      tags: string[]
      at: number
      picture?: Omit<PictureOptions, 'title'>
      separator?: Separator
      currency?: string | null
    }
    answer: Uint8Array<ArrayBuffer>
  }
  /** The wall as a small picture. */
  miniature: {
    ask: null
    answer: string
  }
  publish: {
    ask: { title: string }
    answer: { summary: BoardSummary; text: BoardText; picture: string }
  }
  report: {
    ask: Pick<PictureOptions, 'runOn'> & { title: string }
    answer: { report: Report; asIs: string; toBe: string }
  }
}

/** Everything that the thread is asked: a board's jobs with its source, files, and boards with all their history. */
export type ReadingJobs = {
  [N in keyof BoardJobs]: { ask: { source: StoredBoard; ask: BoardJobs[N]['ask'] }; answer: BoardJobs[N]['answer'] }
} & {
  file: { ask: FileAsk; answer: FileRead }
  pack: { ask: PackAsk; answer: Uint8Array<ArrayBuffer> }
}

/** A file that is to be read as a board, or onto one: nothing is stored by it. */
export interface FileAsk {
  name: string
  bytes: Uint8Array
  target: 'board' | 'onto'
  /** Whose work it will be; null: it is only looked at. */
  by: string | null
  /** How a table is to be read; what is left out is proposed. */
  table?: TableChoice
}
export interface FileRead {
  format: string
  title: string | null
  counts: Record<'lanes' | 'notes' | 'links' | 'outcomes' | 'comments', number>
  losses: string[]
  /** Of an archive: the changes in its history. */
  changes: number | null
  /** Of a table: how it is read, to be seen and changed. */
  table: TableLook | null
  content: FileContent
}
export type FileContent =
  | { is: 'looked-at' }
  /** For a board that is there. */
  | { is: 'plan'; plan: BoardPlan }
  /** A new board's document, as one update of one client. */
  | { is: 'document'; update: Uint8Array; client: number }
  | { is: 'archive'; manifest: ArchiveManifest; history: HistoryEntry[]; personIds: string[] }

/** A board with all its history, to be packed. */
export interface PackAsk {
  history: HistoryEntry[]
  about: Pick<BoardJobs['export']['ask'], 'title' | 'customer' | 'process' | 'tags' | 'at'>
  people: ArchiveManifest['people']
  clients: ArchiveManifest['clients']
  /** Secret of this server: what it seals it knows again. */
  secret: string
}

/** What the thread says of a failure. */
export interface ReadingFailure {
  /** The message is a sentence for the person. */
  expected: boolean
  message: string
}
