'use client'
import { type MouseEvent, type ReactElement, useRef } from 'react'
import { SelectionMenu } from '#components/board/actions/menus.tsx'
import { hitAt } from '#components/board/canvas/hit-at.ts'
import { focusWall } from '#components/board/notes/roving-focus.ts'
import { useBoard } from '#components/board/state/board-context.tsx'
import type { BoardState } from '#components/board/state/board-state.ts'
import { notesOfGroup, withGroup } from '#components/board/tools/press-select.ts'
import { ContextMenu } from '#components/ui/menu.tsx'

/** The context menu for what was pressed with the right button, or long. Wraps the wall's element. */
export function WallMenu({ children }: { children: ReactElement<{ onContextMenuCapture?: unknown }> }) {
  const board = useBoard()
  const wall = useRef<Element | null>(null)
  const capture = (event: MouseEvent) => {
    const target = event.target instanceof Element ? event.target : null
    wall.current = target?.closest('[data-slot="wall"]') ?? null
    // Texts being edited and elements over the wall keep the browser's own menu.
    if (!wall.current || target?.closest('input,textarea,[data-own-pointer]')) event.stopPropagation()
    else if (!byKeys(event)) selectUnder(board, event, wall.current)
  }
  return (
    <div className="contents" onContextMenuCapture={capture}>
      <ContextMenu target={children} onClosed={() => focusWall(board)}>
        <SelectionMenu />
      </ContextMenu>
    </div>
  )
}

/** The menu key, or Shift+F10: the menu is of what is selected, wherever the pointer is. */
const byKeys = ({ button, ctrlKey, nativeEvent }: MouseEvent): boolean =>
  button !== 2 && !ctrlKey && !(nativeEvent instanceof PointerEvent && nativeEvent.pointerType !== '')

function selectUnder(board: BoardState, event: MouseEvent, wall: Element): void {
  const { left, top } = wall.getBoundingClientRect()
  const at = board.viewport.toBoard({ x: event.clientX - left, y: event.clientY - top })
  board.pointer.set(at)
  const hit = hitAt(board, event.target, at)
  switch (hit.type) {
    case 'note':
    case 'corner':
    case 'edge':
      if (!board.selection.has(hit.id)) board.selection.setNotes(withGroup(board, hit.id))
      return
    case 'link':
      if (!board.selection.has(hit.id)) board.selection.setLinks([hit.id])
      return
    case 'link-end':
      return
    case 'lane-heading':
      board.selection.setLane(hit.id)
      return
    case 'group':
      board.selection.setNotes(notesOfGroup(board, hit.id))
      return
    case 'paper':
    case 'lane-edge':
      board.selection.clear()
  }
}
