import { useLayoutEffect, useRef } from 'react'
import { useBoard } from '#components/board/state/board-context.tsx'
import { around } from '#lib/geometry/box.ts'
import type { Camera } from '#lib/geometry/camera.ts'

/** px kept free beside what stays in sight. */
const margin = 24

/**
 * When a panel takes a part of the wall's width, the notes that were in sight stay in sight: the wall moves, or becomes
 * smaller where it has to. Who does not move it meanwhile has it as before when the panel closes.
 */
export function useKeepInSight(open: boolean): void {
  const { viewport, index } = useBoard()
  const before = useRef<{ camera: Camera; put: Camera } | null>(null)
  const first = useRef(true)
  useLayoutEffect(() => {
    // A panel that is there from the beginning takes nothing away.
    if (first.current) {
      first.current = false
      return
    }
    const [camera, seen, width] = [viewport.get(), viewport.visible, viewport.size.w]
    if (width === 0) return
    const adjust = () => {
      if (viewport.size.w === width) return
      stop()
      if (!open) {
        const last = before.current
        before.current = null
        if (last && same(viewport.get(), last.put)) viewport.animateTo(last.camera)
        return
      }
      const inSight = [...index.notes()].filter(
        note =>
          note.x < seen.x + seen.w && note.x + note.w > seen.x && note.y < seen.y + seen.h && note.y + note.h > seen.y,
      )
      const box = around(inSight)
      if (!box) return
      const left = Math.max(box.x, seen.x)
      const right = Math.min(box.x + box.w, seen.x + seen.w)
      const room = viewport.size.w - 2 * margin
      const zoom = Math.min(camera.zoom, Math.max(camera.zoom * (viewport.size.w / width), room / (right - left)))
      const middle = seen.y + seen.h / 2
      const over = right - (camera.x + (viewport.size.w - margin) / zoom)
      if (over <= 0 && zoom === camera.zoom) return
      const put = {
        x: Math.min(camera.x + Math.max(0, over), left - margin / zoom),
        y: middle - viewport.size.h / 2 / zoom,
        zoom,
      }
      before.current = { camera, put }
      viewport.animateTo(put)
    }
    const stop = viewport.subscribe(adjust)
    return stop
  }, [open, viewport, index])
}

const same = (a: Camera, b: Camera): boolean =>
  Math.abs(a.x - b.x) < 1 && Math.abs(a.y - b.y) < 1 && Math.abs(a.zoom - b.zoom) < 0.001
