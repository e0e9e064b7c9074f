import { ValueStore } from '#components/ui/store.ts'
import { type FittedText, fitText } from '#lib/geometry/text-fit.ts'

/** px inside a note that its text keeps free; `foot` is the row of glyph and stamps. */
export const notePadding = { side: 11, top: 9, foot: 24 } as const

/** The font family of notes; increases `version` when the font has loaded or another was chosen. */
export const noteFont = new ValueStore({ family: 'sans-serif', version: 0 })

const baseSize = 100
let context: CanvasRenderingContext2D | null = null
let widths = new Map<string, number>()
let fitted = new Map<string, FittedText>()
/** Number of entries at which a cache is emptied: about 40,000 different words, 20,000 different notes. */
const most = { widths: 40_000, fitted: 20_000 }

function measure(word: string): number {
  const known = widths.get(word)
  if (known !== undefined) return known
  if (widths.size > most.widths) widths = new Map()
  context ??= document.createElement('canvas').getContext('2d')
  if (context) context.font = `${baseSize}px ${noteFont.get().family}`
  // A little more than measured: the browser's own breaking must never need one line more.
  const width = ((context?.measureText(word).width ?? word.length * 50) / baseSize) * 1.012
  widths.set(word, width)
  return width
}

/** Returns how a text is laid out on a note of this size; the same for cards and for the canvas. Cached. */
export function fitNote(text: string, w: number, h: number): FittedText {
  const key = `${w}|${h}|${text}`
  const known = fitted.get(key)
  if (known) return known
  if (fitted.size > most.fitted) fitted = new Map()
  const result = fitText(text, w - 2 * notePadding.side, h - notePadding.top - notePadding.foot, measure)
  fitted.set(key, result)
  return result
}

/** Reads the chosen family from the theme, waits for its font, and repeats when another is chosen. */
export function followNoteFont(root: HTMLElement): () => void {
  const read = () => {
    const family = getComputedStyle(root).getPropertyValue('--font-note').trim() || 'sans-serif'
    widths = new Map()
    fitted = new Map()
    noteFont.set({ family, version: noteFont.get().version + 1 })
  }
  read()
  void document.fonts.load(`20px ${noteFont.get().family}`).then(read)
  const observer = new MutationObserver(() => read())
  observer.observe(document.documentElement, { attributeFilter: ['data-notes'] })
  document.fonts.addEventListener('loadingdone', read)
  return () => {
    observer.disconnect()
    document.fonts.removeEventListener('loadingdone', read)
  }
}
