import { useEffect, useEffectEvent } from 'react'
import { useFrameStore } from '#components/workspace/frame-state.ts'

/**
 * A file dragged over the board opens the import, which accepts it wherever it is dropped. The browser never opens it
 * in place of the board; people who may not import are told so at the drop.
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
