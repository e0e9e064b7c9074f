import { type RefObject, useLayoutEffect, useState } from 'react'

/** Rows drawn beyond what is seen, so that scrolling never shows a gap. */
const margin = 8

/**
 * Which of many rows of one height to draw: those in sight, and always the active one, which has the focus. The active
 * row is scrolled into sight when it changes.
 */
export function useWindow(
  scroller: RefObject<HTMLElement | null>,
  count: number,
  height: number,
  active: number,
): number[] {
  const [seen, setSeen] = useState({ first: 0, last: 40 })
  useLayoutEffect(() => {
    const element = scroller.current
    if (!element) return
    const look = () => {
      const first = Math.max(0, Math.floor(element.scrollTop / height) - margin)
      const last = Math.ceil((element.scrollTop + element.clientHeight) / height) + margin
      setSeen(now => (now.first === first && now.last === last ? now : { first, last }))
    }
    look()
    element.addEventListener('scroll', look, { passive: true })
    const resized = new ResizeObserver(look)
    resized.observe(element)
    return () => {
      element.removeEventListener('scroll', look)
      resized.disconnect()
    }
  }, [scroller, height])
  useLayoutEffect(() => {
    const element = scroller.current
    if (!element || active < 0) return
    const top = active * height
    if (top < element.scrollTop) element.scrollTop = top
    else if (top + height > element.scrollTop + element.clientHeight)
      element.scrollTop = top + height - element.clientHeight
  }, [scroller, height, active])
  const rows: number[] = []
  for (let row = seen.first; row < Math.min(count, seen.last); row += 1) rows.push(row)
  if (active >= 0 && (active < seen.first || active >= seen.last)) rows.push(active)
  return rows
}
