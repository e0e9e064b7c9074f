import { useEffect } from 'react'
import { useBoard } from '#components/board/state/board-context.tsx'
import { encloses } from '#lib/geometry/box.ts'

/** Where the keys go on the wall is in sight. */
export function useFocusInSight(): void {
  const { model, viewport } = useBoard()
  useEffect(() => {
    const onFocus = ({ target }: FocusEvent) => {
      const note = target instanceof HTMLElement ? model.notes.get(target.dataset.note ?? '') : undefined
      if (!note || !(target as HTMLElement).matches(':focus-visible')) return
      if (!encloses(viewport.visible, note)) viewport.reveal(note)
    }
    document.addEventListener('focusin', onFocus)
    return () => document.removeEventListener('focusin', onFocus)
  }, [model, viewport])
}
