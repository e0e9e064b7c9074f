'use client'
import { Map as MapIcon, Maximize, Minus, Plus } from 'lucide-react'
import { fitAll, zoomStep, zoomTo } from '#components/board/actions/view.ts'
import { useBoard, useCamera } from '#components/board/state/board-context.tsx'
import { IconButton } from '#components/ui/icon-button.tsx'
import { mapShown, useFrame, useFrameStore } from '#components/workspace/frame-state.ts'

export function Zoom() {
  const board = useBoard()
  const mapped = mapShown(useFrame())
  const frame = useFrameStore()
  const by = (factor: number) => zoomTo(board, board.viewport.get().zoom * factor)
  return (
    <div className="flex items-center">
      <IconButton size="sm" side="top" label="Zoom out" shortcut="Mod+-" onClick={() => by(1 / zoomStep)}>
        <Minus />
      </IconButton>
      <ZoomFigure />
      <IconButton size="sm" side="top" label="Zoom in" shortcut="Mod++" onClick={() => by(zoomStep)}>
        <Plus />
      </IconButton>
      <IconButton size="sm" side="top" label="Show everything" shortcut="Shift+1" onClick={() => fitAll(board)}>
        <Maximize />
      </IconButton>
      <IconButton
        size="sm"
        side="top"
        label="Minimap"
        className="max-sm:hidden"
        aria-pressed={mapped}
        onClick={() => frame.change({ minimap: !mapped })}
      >
        <MapIcon />
      </IconButton>
    </div>
  )
}

function ZoomFigure() {
  const board = useBoard()
  const { zoom } = useCamera()
  return (
    <button
      type="button"
      title="Back to 100 %"
      onClick={() => zoomTo(board, 1)}
      className="w-12 rounded-sm py-1 text-center text-ink-700 text-xs figures hover:bg-ink-900/5"
    >
      {Math.round(zoom * 100)} %
    </button>
  )
}
