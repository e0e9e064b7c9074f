'use client'
import { useEffect } from 'react'
import { useBoard } from '#components/board/state/board-context.tsx'
import { useCollab, usePresence } from '#components/collab/collab-context.tsx'
import { useFrameStore } from '#components/workspace/frame-state.ts'
import { isTyping } from '#components/workspace/keymap.ts'
import { frameKeys } from './frame-actions.ts'

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
