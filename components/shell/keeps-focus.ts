import { type RefObject, useEffect, useLayoutEffect } from 'react'
import { focusWall } from '#components/board/notes/roving-focus.ts'
import type { BoardState } from '#components/board/state/board-state.ts'
import { firstStop } from './parts-of-page.ts'

/** Never a text field: the next letter would be written into it, and a phone would show its keyboard. */
const withoutText = 'a[href],button:not(:disabled),summary,[tabindex="0"]'

const isUsable = (element: Element): boolean => element.isConnected && !element.matches(':disabled')

/**
 * Keeps the focus within a panel whose controls come and go: when the focused one disappears or is disabled, the
 * nearest remaining one around it gets the focus, at last the panel itself. Without this the browser silently drops the
 * focus, and the next Tab begins at the top of the page. When the panel closes, the focus returns to the wall.
 */
export function useKeptFocus(board: BoardState, panel: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const host = panel.current
    return () => {
      if (host?.contains(document.activeElement)) queueMicrotask(() => focusWall(board))
    }
  }, [board, panel])
  useEffect(() => {
    const host = panel.current
    if (!host) return
    /** The element that has the focus, then all that it is in up to the panel. */
    let held: Element[] = []
    /** Pointer users do not need it, and would see the tooltip of a neighbouring button. */
    let byKeys = false
    const hear = ({ type }: Event) => {
      byKeys = type === 'keydown'
    }
    const remember = ({ target }: FocusEvent) => {
      held = []
      for (let at = target instanceof Element ? target : null; at; at = at === host ? null : at.parentElement)
        held.push(at)
    }
    const forget = () => {
      const [had] = held
      // The person may have moved the focus away; that is known only after React has finished.
      queueMicrotask(() => {
        if (had && had === held[0] && isUsable(had) && had !== document.activeElement) held = []
      })
    }
    const look = () => {
      const [had, ...around] = held
      if (!had || isUsable(had)) return
      const now = document.activeElement
      if (now !== had && now !== document.body && now !== null) return
      const near = around.find(one => one !== host && one.isConnected && firstStop(one, withoutText))
      const to = near && firstStop(near, withoutText)
      held = []
      if (!byKeys) return
      ;(to ?? host).focus({ preventScroll: to === undefined })
    }
    const changes = new MutationObserver(look)
    changes.observe(host, { childList: true, subtree: true, attributes: true, attributeFilter: ['disabled'] })
    window.addEventListener('keydown', hear, { capture: true })
    window.addEventListener('pointerdown', hear, { capture: true })
    host.addEventListener('focusin', remember)
    host.addEventListener('focusout', forget)
    return () => {
      changes.disconnect()
      window.removeEventListener('keydown', hear, { capture: true })
      window.removeEventListener('pointerdown', hear, { capture: true })
      host.removeEventListener('focusin', remember)
      host.removeEventListener('focusout', forget)
    }
  }, [panel])
}
