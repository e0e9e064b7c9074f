import { type PointerEvent as ReactPointerEvent, useCallback } from 'react'
import { useBoard } from '#components/board/state/board-context.tsx'
import { noGesture } from '#components/board/state/gesture.ts'
import { addNoteAt, showGhost } from '#components/board/tools/note.ts'
import type { Point } from '#lib/geometry/box.ts'
import type { NoteKindId } from '#lib/notes/kinds/index.ts'

/** px that a pointer moves before a press becomes a drag. */
const slack = 6

/** Drags a new note of a kind from its button onto the wall; let go elsewhere, nothing is put up. */
export function useCarry(kind: NoteKindId): (event: ReactPointerEvent) => void {
  const board = useBoard()
  return useCallback(
    down => {
      // A finger scrolls the row.
      if (down.button !== 0 || down.pointerType === 'touch') return
      const wall = document.querySelector('[data-slot="wall"]')
      const may = board.may('note.add', { own: true, locked: false, kind })
      if (!wall || !may.ok) return
      let carrying = false
      const placeOf = ({ clientX, clientY }: PointerEvent): Point | null => {
        const { left, top, right, bottom } = wall.getBoundingClientRect()
        const isOver = clientX >= left && clientX <= right && clientY >= top && clientY <= bottom
        return isOver ? board.viewport.toBoard({ x: clientX - left, y: clientY - top }) : null
      }
      const move = (event: PointerEvent) => {
        if (Math.hypot(event.clientX - down.clientX, event.clientY - down.clientY) > slack) carrying = true
        if (!carrying) return
        event.preventDefault()
        const at = placeOf(event)
        if (board.tool.get().id !== 'note') board.tool.set({ id: 'note', kind })
        if (at) showGhost(board, at)
        else board.gesture.set(noGesture)
      }
      const end = () => {
        window.removeEventListener('pointermove', move)
        window.removeEventListener('pointerup', drop)
        window.removeEventListener('pointercancel', end)
        if (!carrying) return
        board.gesture.set(noGesture)
        board.tool.set({ id: 'select' })
      }
      const drop = (event: PointerEvent) => {
        const at = carrying ? placeOf(event) : null
        end()
        if (at) addNoteAt(board, kind, at)
      }
      window.addEventListener('pointermove', move)
      window.addEventListener('pointerup', drop)
      window.addEventListener('pointercancel', end)
    },
    [board, kind],
  )
}
