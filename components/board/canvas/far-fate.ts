import type { Note } from '#lib/board/snapshot.ts'
import { expand } from '#lib/geometry/box.ts'
import type { Fading } from '../state/fading.ts'
import type { VersionView } from '../state/version-view.ts'

/** Returns a note as the present view shows it; the same object where nothing differs. */
export function asSeen(seen: VersionView, note: Note): Note {
  const text = seen.textOf(note)
  return text === note.text ? note : { ...note, text }
}

/** Fades notes that a filter leaves out. The notes are painted already. */
export function paintFading(context: CanvasRenderingContext2D, notes: readonly Note[], fading: Fading): void {
  if (fading.get().size === 0) return
  context.save()
  context.globalCompositeOperation = 'destination-out'
  context.globalAlpha = 0.72
  for (const note of notes) {
    if (!fading.has(note.id)) continue
    const box = expand(note, 4)
    context.fillRect(box.x, box.y, box.w, box.h)
  }
  context.restore()
}

/** Fades what the version slider removes or adds, and rings improved and new notes. The notes are painted already. */
export function paintFates(
  context: CanvasRenderingContext2D,
  notes: readonly Note[],
  seen: VersionView,
  scale: number,
  ring: string,
): void {
  const toBe = seen.get()
  if (toBe <= 0) return
  context.save()
  context.strokeStyle = ring
  context.lineWidth = Math.max(3, 2 / scale)
  for (const note of notes) {
    const fate = seen.fateOf(note.id)?.kind
    if (!fate) continue
    const gone = fate === 'eliminated' ? toBe : fate === 'added' ? 1 - toBe : 0
    if (gone > 0) {
      const box = expand(note, 4)
      context.globalCompositeOperation = 'destination-out'
      context.globalAlpha = gone
      context.fillRect(box.x, box.y, box.w, box.h)
      context.globalCompositeOperation = 'source-over'
    }
    if (fate === 'eliminated') continue
    context.globalAlpha = toBe
    const box = expand(note, 3)
    context.strokeRect(box.x, box.y, box.w, box.h)
  }
  context.restore()
}
