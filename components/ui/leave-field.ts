import type { KeyboardEvent } from 'react'
import { isComposing } from './composing.ts'

/** A field with text that somebody writes; boxes to tick and buttons keep nothing. */
const isField = (target: EventTarget): target is HTMLInputElement | HTMLTextAreaElement =>
  target instanceof HTMLTextAreaElement ||
  (target instanceof HTMLInputElement && !['checkbox', 'radio', 'button', 'submit', 'range'].includes(target.type))

/**
 * Escape in a field keeps what was typed, as a press elsewhere does, and leaves the field: the focus goes to `host`,
 * which is around it. Ctrl+Z takes back what was written.
 */
export function leaveOnEscape(event: KeyboardEvent<HTMLElement>, host: HTMLElement | null = null): void {
  if (event.key !== 'Escape' || isComposing(event) || event.defaultPrevented || !isField(event.target)) return
  event.preventDefault()
  event.stopPropagation()
  if (host) host.focus({ preventScroll: true })
  else event.target.blur()
}
