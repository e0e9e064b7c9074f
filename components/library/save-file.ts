import { askForFile } from '#components/ui/ask-server.ts'
import type { Separator } from '#lib/export/choices.ts'

/** Lets the browser save a file. */
export function saveFile(name: string, content: Blob): void {
  const url = URL.createObjectURL(content)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}

/** Returns the file name in a response. */
const nameIn = (response: Response, fallback: string): string => {
  const said = /filename\*=UTF-8''([^;]+)/.exec(response.headers.get('content-disposition') ?? '')?.[1]
  return said ? decodeURIComponent(said) : fallback
}

export interface PictureChoice {
  view: 'as-is' | 'to-be'
  /** Ids of notes; undefined: all of them. */
  notes?: readonly string[] | undefined
  /** Between the cells of a CSV. */
  separator?: Separator
}

/** A failure with a sentence for the person. */
export class ExportError extends Error {}

/** Fetches a board as a file from our server. */
export async function fetchExport(boardId: string, format: string, picture: PictureChoice) {
  const where = { boardId, format }
  const { view, notes, separator } = picture
  const answer = await (notes
    ? askForFile('POST /api/boards/[boardId]/export/[format]', where, { view, notes: [...notes] })
    : askForFile('GET /api/boards/[boardId]/export/[format]', { ...where, view, separator }))
  if (!answer.ok) throw new ExportError(answer.message)
  return { name: nameIn(answer.file, `board.${format}`), content: await answer.file.blob() }
}
