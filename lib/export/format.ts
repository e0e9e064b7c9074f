import type { BoardSnapshot, Made } from '../board/snapshot.ts'
import { cutText } from '../text/cut.ts'
import type { Separator } from './choices.ts'
import type { PictureOptions } from './svg.ts'

/** What a file says about the board besides the wall itself. */
export interface AboutBoard {
  title: string
  customer: string
  process: string
  tags: readonly string[]
  /** When it was exported, ms since 1970. */
  at: number
  /** Returns the author's name; null where names are left out. */
  authorName: (made: Made) => string | null
  /** Options of the picture; left out: the whole as-is, in the fonts of the viewer's machine. */
  picture?: Omit<PictureOptions, 'title'>
  /** Separator of a CSV; left out: a comma. */
  separator?: Separator
  /** Currency of the amounts, ISO 4217; left out: the workspace has none. */
  currency?: string | null
}

/** A format a board can be written to: one file, and one line in index.ts. */
export interface ExportFormat {
  id: string
  label: string
  /** One line for the person who chooses. */
  describes: string
  extension: string
  mime: string
  write(board: BoardSnapshot, about: AboutBoard): string | Uint8Array | Promise<string | Uint8Array>
}

/** Names that Windows reserves for devices, whatever the extension. */
const kept = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i
/** Lengths that every file system accepts with room for an extension: 255 bytes is the usual minimum. */
const most = { characters: 80, bytes: 200 } as const

/**
 * Returns a file name made from the board's title and version: letters, marks and digits of any script, no path, never
 * cut within a character.
 */
export function fileName(title: string, extension: string, version = ''): string {
  const plain = (text: string) =>
    text
      .normalize('NFC')
      .replace(/[^\p{L}\p{M}\p{N}\u200c\u200d]+/gu, '-')
      .replace(/^[-\p{M}\u200c\u200d]+|[-\u200c\u200d]+$/gu, '')
  const end = version ? `-${plain(version)}` : ''
  let name = cutText(plain(title), most.characters - end.length)
  while (new TextEncoder().encode(name).length > most.bytes - end.length) name = cutText(name, name.length - 1)
  name = name.replace(/-+$/, '') || 'board'
  return `${kept.test(name) ? `${name}-board` : name}${end}.${extension}`
}
