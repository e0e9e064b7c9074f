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
  /** Name of who made something; null where nobody is to be named. */
  authorName: (made: Made) => string | null
  /** What a picture of the wall shows; left out: all of the as-is, in the fonts of whoever looks at it. */
  picture?: Omit<PictureOptions, 'title'>
  /** Between the cells of a CSV; left out: a comma. */
  separator?: Separator
  /** Of the amounts, ISO 4217; left out: the workspace has not said. */
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

/** Names that Windows keeps for devices, whatever stands behind the point. */
const kept = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i
/** What every file system takes with room for an extension: 255 bytes is the least that is common. */
const most = { characters: 80, bytes: 200 } as const

/**
 * A file name made of the board's title, and of the version it shows: letters, marks and digits of any script, no path,
 * never cut within a character.
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
