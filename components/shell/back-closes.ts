import { useEffect, useRef } from 'react'
import { isPhone } from '#components/ui/phone.ts'

/** Names the entry of the browser's history that an open panel adds. */
const mark = 'brownpaperPanel'
const isMarked = (): boolean => (history.state as Record<string, unknown> | null)?.[mark] === true

/**
 * On a phone, where a panel covers the wall, Back closes the panel and not the board. An open panel is one entry of the
 * history, removed however the panel is closed; another panel in its place adds none. Beside the wall nothing is added.
 */
export function useBackCloses(open: boolean, close: () => void): void {
  const now = useRef({ open, close })
  now.current = { open, close }
  /** Whether the present back navigation is our own. */
  const leaving = useRef(false)
  useEffect(() => {
    if (leaving.current) return
    if (open && isPhone() && !isMarked()) enter()
    else if (!open && isMarked()) {
      leaving.current = true
      history.back()
    }
  }, [open])
  useEffect(() => {
    const popped = () => {
      const own = leaving.current
      leaving.current = false
      if (isMarked()) {
        // Forward, to a panel that is closed: there is nothing to go forward to.
        if (!now.current.open) history.back()
      } else if (now.current.open && own) enter()
      else if (now.current.open) now.current.close()
    }
    window.addEventListener('popstate', popped)
    return () => window.removeEventListener('popstate', popped)
  }, [])
}

/** What the router keeps in the present entry stays in the new one: both are the same page. */
const enter = () => history.pushState({ ...history.state, [mark]: true }, '')
