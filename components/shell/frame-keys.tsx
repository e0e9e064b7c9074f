'use client'
import { useEffect } from 'react'
import { useBoard } from '#components/board/state/board-context.tsx'
import { run } from '#components/workspace/action.ts'
import { useWorkspace } from '#components/workspace/action-controls.tsx'
import { isTyping, keysOf, namesOf } from '#components/workspace/keymap.ts'
import { frameActions } from './frame-actions.ts'

/** Letters in a menu look for its items. */
const isInMenu = (target: EventTarget | null) => target instanceof Element && target.closest('[role="menu"]') !== null

/** Listens for the keys of the frame, before the wall and the browser do. */
export function FrameKeys() {
  const board = useBoard()
  const around = useWorkspace()
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const { over } = around.frame.get()
      if (over !== null && over !== 'find') return
      const typing = isTyping(event) || isInMenu(event.target)
      const names = namesOf(event)
      const action = frameActions.find(one => (one.always || !typing) && keysOf(one).some(key => names.includes(key)))
      if (!action) return
      run(action, board, around)
      event.preventDefault()
      event.stopPropagation()
    }
    window.addEventListener('keydown', onKeyDown, { capture: true })
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true })
  }, [board, around])
  return null
}
