import { ExportError } from './save-file.ts'

/** px: what browsers draw at once; larger pictures come out empty in some of them. */
const longestSide = 16_000
/** px of a whole picture: most browsers; phones and tablets of Apple, which draw nothing beyond; and what even small ones draw. */
const pixels = [200_000_000, 16_777_216, 4_194_304] as const

/** Scales to try for a drawing of this size in px, largest first, none above what was asked for. */
export function scalesFor(w: number, h: number, asked: number): number[] {
  const scales = pixels.map(most => Math.min(asked, longestSide / w, longestSide / h, Math.sqrt(most / (w * h))))
  return [...new Set(scales)]
}

/** Draws an SVG as a PNG, no larger than this browser can; throws ExportError where it can draw none. */
export async function drawPng(svg: Blob, asked: number): Promise<{ content: Blob; scale: number }> {
  const url = URL.createObjectURL(svg)
  try {
    const image = new Image()
    image.src = url
    await image.decode()
    for (const scale of scalesFor(image.naturalWidth, image.naturalHeight, asked)) {
      const content = await drawAt(image, scale)
      if (content) return { content, scale }
    }
    throw new ExportError('This browser cannot draw a picture so large. Choose SVG.')
  } finally {
    URL.revokeObjectURL(url)
  }
}

/** null: the browser drew nothing, or only a part. */
async function drawAt(image: HTMLImageElement, scale: number): Promise<Blob | null> {
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.floor(image.naturalWidth * scale))
  canvas.height = Math.max(1, Math.floor(image.naturalHeight * scale))
  try {
    const context = canvas.getContext('2d')
    context?.drawImage(image, 0, 0, canvas.width, canvas.height)
    if (!context || !isDrawn(context)) return null
    return await new Promise<Blob | null>(resolve => canvas.toBlob(resolve, 'image/png'))
  } catch {
    return null
  } finally {
    // Some browsers count the memory of all canvases, until it is given back.
    canvas.width = 0
    canvas.height = 0
  }
}

/** The wall's paper covers the whole picture: a pixel that light falls through was not drawn. */
function isDrawn(context: CanvasRenderingContext2D): boolean {
  const [right, bottom] = [context.canvas.width - 1, context.canvas.height - 1]
  const alphaAt = (x: number, y: number) => context.getImageData(x, y, 1, 1).data[3] ?? 0
  return [
    [1, 1],
    [Math.floor(right / 2), Math.floor(bottom / 2)],
    [right - 1, bottom - 1],
  ].every(([x = 0, y = 0]) => alphaAt(Math.max(0, x), Math.max(0, y)) > 0)
}
