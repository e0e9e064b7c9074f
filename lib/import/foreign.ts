import type { BoardPlan } from '../board/plan.ts'
import { distinctIds } from './distinct.ts'
import { excalidrawImport } from './excalidraw.ts'
import { ImportError, jsonOf } from './format.ts'
import { jsonCanvasImport } from './json-canvas.ts'
import { miro } from './miro.ts'

/** What Excalidraw, JSON Canvas and Miro carry as text: its plan, or why it is none; null for any other text. */
export async function planFromText(
  text: string,
): Promise<{ ok: true; plan: BoardPlan; losses: string[] } | { ok: false; message: string } | null> {
  const parsed = jsonOf(text)
  const format = [excalidrawImport, miro, jsonCanvasImport].find(one => one.recognises(text, parsed))
  if (!format) return null
  try {
    const { plan, losses } = await format.read(text)
    const distinct = distinctIds(plan, losses)
    if (distinct.notes.length === 0)
      return { ok: false, message: ['There is nothing in it to put on a wall.', ...losses].slice(0, 3).join(' ') }
    return { ok: true, plan: distinct, losses }
  } catch (error) {
    if (error instanceof ImportError) return { ok: false, message: `${error.message} Nothing was added.` }
    throw error
  }
}
