import type { PictureOptions } from '#lib/export/svg.ts'
import type { Report } from '#lib/report/report.ts'
import type { BoardSummary, BoardText } from '#lib/report/summary.ts'

/** A board as it is stored, and what reading it needs of the catalogue. */
export interface Source {
  /** Yjs updates in order, the keyframe first. */
  updates: Uint8Array[]
  /** Which person each client number belongs to. */
  leases: [client: number, personId: string][]
  names: [personId: string, name: string][]
}

/** What is made of a whole board, in a thread of its own. */
export interface Jobs {
  export: {
    ask: {
      format: string
      title: string
      customer: string
      process: string
      tags: string[]
      at: number
      picture?: Omit<PictureOptions, 'title'>
    }
    answer: Uint8Array<ArrayBuffer>
  }
  publish: {
    ask: { title: string }
    answer: { summary: BoardSummary; text: BoardText; picture: string }
  }
  report: {
    ask: { title: string }
    answer: { report: Report; asIs: string; toBe: string }
  }
}
export type JobName = keyof Jobs
export type Job = { [N in JobName]: { id: number; name: N; source: Source; ask: Jobs[N]['ask'] } }[JobName]
export type JobResult = { id: number; ok: true; answer: unknown } | { id: number; ok: false; message: string }
