'use client'
import { useEffect } from 'react'
import { useCollab, usePresence } from '#components/collab/collab-context.tsx'
import { isTyping } from '../actions/keymap.ts'
import { useBoard } from '../state/board-context.tsx'
import { frameKeys } from './frame-actions.ts'
import { useFrameStore } from './frame-state.ts'

/** Letters in a menu look for its items. */
const isInMenu = (target: EventTarget | null) => target instanceof Element && target.closest('[role="menu"]') !== null

/** Listens for the keys of the frame, before the wall and the browser do. */
export function FrameKeys() {
  const frame = useFrameStore()
  const board = useBoard()
  const presence = usePresence()
  const collab = useCollab()
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const { over } = frame.get()
      if (over !== null && over !== 'find') return
      const typing = isTyping(event) || isInMenu(event.target)
      if (!frameKeys(event, typing, { frame, board, presence, collab })) return
      event.preventDefault()
      event.stopPropagation()
    }
    window.addEventListener('keydown', onKeyDown, { capture: true })
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true })
  }, [frame, board, presence, collab])
  return null
}
