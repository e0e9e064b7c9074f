import type { BoardPlan } from '../board/plan.ts'
import { cutText } from '../text/cut.ts'

/** What a file holds, before anything is written: the person sees the losses first. */
export interface Imported {
  plan: BoardPlan
  /** In words: what has no counterpart here. */
  losses: string[]
  /** The board's name in the file, if it has one. */
  title?: string
}

/** A file that cannot be imported: the reason in words, and where known the line. Nothing has been written. */
export class ImportError extends Error {
  readonly line: number | null
  constructor(message: string, line: number | null = null) {
    super(line === null ? message : `Line ${line}: ${message}`)
    this.line = line
  }
}

/** A format a board can be read from: one file, and one line in index.ts. */
export interface ImportFormat {
  id: string
  label: string
  extensions: readonly string[]
  /** Whether a file is of this format by what is in it; `json` is what its text says as JSON, undefined where it is none. */
  recognises(text: string, json: unknown): boolean
  read(text: string): Imported | Promise<Imported>
}

/** Bytes: files larger than this are refused with a sentence. */
export const importLimit = 20 * 1024 * 1024

/** What may come onto a board with people on it at once: it is written in one step, for which all of them wait. */
export const ontoLimits = { notes: 2_000, links: 4_000, comments: 2_000 } as const

/** Ids of other tools made safe for ours; the same foreign id always gives the same one. */
export function idMaker(): (foreign: string) => string {
  const known = new Map<string, string>()
  const fresh = uniqueIds()
  return foreign => {
    const id = known.get(foreign) ?? fresh(foreign)
    known.set(foreign, id)
    return id
  }
}

/** Safe ids of which none is given twice: a second thing of the same foreign id gets one of its own. */
export function uniqueIds(): (foreign: string) => string {
  const used = new Set<string>()
  const last = new Map<string, number>()
  return foreign => {
    const safe = foreign.replaceAll(/[^A-Za-z0-9_-]/g, '-').slice(0, 32)
    const plain = safe === '' || safe in {} ? `id${safe}` : safe
    let id = plain
    for (let n = last.get(plain) ?? 1; used.has(id); last.set(plain, n)) {
      n += 1
      id = `${plain}-${n}`
    }
    used.add(id)
    return id
  }
}

/** What a text says as JSON; undefined where it is none. */
export function jsonOf(text: string): unknown {
  if (!/^[\uFEFF\s]*[[{]/.test(text)) return undefined
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    return undefined
  }
}

/** JSON of a file; throws ImportError with the line of the mistake. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (error) {
    const at = /position (\d+)/.exec(String(error))?.[1]
    const cutOff = /end of JSON/.test(String(error))
    const line =
      at === undefined && !cutOff
        ? null
        : text
            .trimEnd()
            .slice(0, at === undefined ? undefined : Number(at))
            .split('\n').length
    throw new ImportError('This is not valid JSON: the file may be cut off or damaged.', line)
  }
}

/** Text with line ends as the wall has them, cut to what a note holds; tells the losses when it had to be cut. */
export function fitToLimit(written: string, limit: number, losses: string[]): string {
  const text = written.replace(/\r\n?/g, '\n')
  if (text.length <= limit) return text
  losses.push(`A text of ${text.length} characters is cut to ${limit}.`)
  return cutText(text, limit)
}

/** “An image”, “A frame”: a foreign kind of thing as a sentence begins with it. */
export const withArticle = (kind: string): string => `${/^[aeiou]/i.test(kind) ? 'An' : 'A'} ${kind}`
