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

/** px: browsers can draw this much at once; larger pictures are empty in some of them. */
const longestSide = 16_000
const mostPixels = 200_000_000

/** Returns the largest scale at which a drawing of this size can be a PNG. */
const largestScale = (w: number, h: number): number =>
  Math.min(longestSide / w, longestSide / h, Math.sqrt(mostPixels / (w * h)))

/** Draws an SVG as a PNG; throws ExportError where it would be too large or empty. */
export async function drawPng(svg: Blob, scale: number): Promise<{ content: Blob; scale: number }> {
  const url = URL.createObjectURL(svg)
  try {
    const image = new Image()
    image.src = url
    await image.decode()
    const [w, h] = [image.naturalWidth, image.naturalHeight]
    const used = Math.min(scale, largestScale(w, h))
    const canvas = document.createElement('canvas')
    canvas.width = Math.max(1, Math.floor(w * used))
    canvas.height = Math.max(1, Math.floor(h * used))
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
    const content = await new Promise<Blob | null>(resolve => canvas.toBlob(resolve, 'image/png'))
    if (!content) throw new ExportError('This browser cannot draw a picture so large. Choose a smaller scale, or SVG.')
    return { content, scale: used }
  } finally {
    URL.revokeObjectURL(url)
  }
}
