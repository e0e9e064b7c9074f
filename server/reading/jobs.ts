import type { BoardPlan } from '#lib/board/plan.ts'
import type { ArchiveManifest, HistoryEntry } from '#lib/export/archive.ts'
import type { Separator } from '#lib/export/choices.ts'
import type { PictureOptions } from '#lib/export/svg.ts'
import type { TableChoice, TableLook } from '#lib/import/tables/read.ts'
import type { OwnWriting } from '#lib/report/own-writing.ts'
import type { Report } from '#lib/report/report.ts'
import type { BoardSummary, BoardText } from '#lib/report/summary.ts'

/** A board as stored, and what reading it needs from the catalogue. */
export interface StoredBoard {
  /** Yjs updates in order, the keyframe first. */
  updates: Uint8Array[]
  /** The person of each client id. */
  leases: [client: number, personId: string][]
  names: [personId: string, name: string][]
}

/** What is made from a whole board, in a thread of its own. */
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
  written: {
    ask: { personId: string; name: string }
    answer: OwnWriting
  }
  report: {
    ask: Pick<PictureOptions, 'runOn'> & { title: string }
    answer: { report: Report; asIs: string; toBe: string }
  }
}

/** Every job of the thread: a board's jobs with their source, files, and boards with all their history. */
export type ReadingJobs = {
  [N in keyof BoardJobs]: { ask: { source: StoredBoard; ask: BoardJobs[N]['ask'] }; answer: BoardJobs[N]['answer'] }
} & {
  file: { ask: FileAsk; answer: FileRead }
  pack: { ask: PackAsk; answer: Uint8Array<ArrayBuffer> }
}

/** A file to read as a new board, or onto an existing one; reading stores nothing. */
export interface FileAsk {
  name: string
  bytes: Uint8Array
  target: 'board' | 'onto'
  /** The author of the content; null when it is only previewed. */
  by: string | null
  /** How to read a table; settings that are missing are proposed. */
  table?: TableChoice
}
export interface FileRead {
  format: string
  title: string | null
  counts: Record<'lanes' | 'notes' | 'links' | 'outcomes' | 'comments', number>
  losses: string[]
  /** Of an archive: the changes in its history. */
  changes: number | null
  /** For a table: how it was read, so that a person can check and change it. */
  table: TableLook | null
  content: FileContent
}
export type FileContent =
  | { is: 'looked-at' }
  /** For an existing board. */
  | { is: 'plan'; plan: BoardPlan }
  /** A new board's document, as one update of one client. */
  | { is: 'document'; update: Uint8Array; client: number }
  | { is: 'archive'; manifest: ArchiveManifest; history: HistoryEntry[]; personIds: string[] }

/** A board with all its history, for an archive. */
export interface PackAsk {
  history: HistoryEntry[]
  about: Pick<BoardJobs['export']['ask'], 'title' | 'customer' | 'process' | 'tags' | 'at'>
  people: ArchiveManifest['people']
  clients: ArchiveManifest['clients']
  /** Secret of this server: it recognises what it signed. */
  secret: string
}

/** A failure as the thread sends it. */
export interface ReadingFailure {
  /** The message is a sentence for the person. */
  expected: boolean
  message: string
}
