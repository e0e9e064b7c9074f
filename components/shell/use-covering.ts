import { type RefObject, useLayoutEffect } from 'react'
import { useBoard } from '#components/board/state/board-context.tsx'

/** px between what covers an edge of the wall and what is shown beside it. */
const clear = 22

/** Reports to the wall how much of an edge this element covers: names and first cameras avoid it. */
export function useCovering(ref: RefObject<HTMLElement | null>, edge: 'left' | 'right'): void {
  const { viewport } = useBoard()
  useLayoutEffect(() => {
    const element = ref.current
    if (!element) return
    const measure = () => viewport.setInsets({ [edge]: element.offsetWidth > 0 ? element.offsetWidth + clear : 0 })
    const changes = new ResizeObserver(measure)
    changes.observe(element)
    measure()
    return () => {
      changes.disconnect()
      viewport.setInsets({ [edge]: 0 })
    }
  }, [viewport, ref, edge])
}
