'use client'
import { Minus, Plus } from 'lucide-react'
import { runOnWall } from '#components/board/actions/perform.ts'
import { showAll, zoomIn, zoomNatural, zoomOut } from '#components/board/actions/view.ts'
import { useBoard, useCamera } from '#components/board/state/board-context.tsx'
import { ActionIcon } from '#components/workspace/action-controls.tsx'
import { showMinimap } from './frame-actions.ts'

/** How near one is: one chip at the wall's lower right corner. */
export const Zoom = () => (
  <fieldset
    aria-label="Size and map"
    className="pointer-events-auto ml-auto flex items-center rounded-md border border-line bg-paper-0 p-0.5 shadow-panel max-sm:hidden"
  >
    <ActionIcon action={zoomOut} size="sm" side="top">
      <Minus />
    </ActionIcon>
    <ZoomFigure />
    <ActionIcon action={zoomIn} size="sm" side="top">
      <Plus />
    </ActionIcon>
    <ActionIcon action={showAll} size="sm" side="top" />
    <ActionIcon action={showMinimap} label="Minimap" pressed size="sm" side="top" />
  </fieldset>
)

function ZoomFigure() {
  const board = useBoard()
  const { zoom } = useCamera()
  return (
    <button
      type="button"
      title="Back to 100 %"
      onClick={() => runOnWall(zoomNatural, board)}
      className="w-12 rounded-sm py-1 text-center text-ink-700 text-xs figures hover:bg-ink-900/5"
    >
      {Math.round(zoom * 100)} %
    </button>
  )
}
