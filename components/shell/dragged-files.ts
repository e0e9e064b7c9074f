import { useEffect, useEffectEvent } from 'react'
import { useFrameStore } from '#components/workspace/frame-state.ts'

/**
 * A file dragged over the board opens the import, which takes it wherever it is let go. Never is one opened by the browser
 * in place of the board; who may not import is told so when it is let go.
 */
export function useDraggedFiles(mayImport: boolean): void {
  const frame = useFrameStore()
  const drag = useEffectEvent((event: DragEvent) => {
    if (!event.dataTransfer?.types.includes('Files')) return
    event.preventDefault()
    const free = frame.get().over === null
    if (free && event.type === (mayImport ? 'dragenter' : 'drop')) frame.change({ over: 'import' })
  })
  useEffect(() => {
    const kinds = ['dragenter', 'dragover', 'drop'] as const
    for (const kind of kinds) window.addEventListener(kind, drag)
    return () => {
      for (const kind of kinds) window.removeEventListener(kind, drag)
    }
  }, [])
}
