'use client'
import { Map as MapIcon, Maximize, Minus, Plus } from 'lucide-react'
import { IconButton } from '#components/ui/icon-button.tsx'
import { around } from '#lib/geometry/box.ts'
import { useBoard, useCamera } from '../state/board-context.tsx'
import type { BoardState } from '../state/board-state.ts'
import { useFrame, useFrameStore } from './frame-state.ts'

/** Shows everything there is: all notes and the lanes they lie in. */
export function fitAll({ viewport, model }: BoardState): void {
  const box = around(model.notes.values())
  viewport.animateTo(viewport.cameraFor(box ?? { x: 0, y: 0, w: 1200, h: 600 }, 1))
}

export function Zoom() {
  const board = useBoard()
  const { viewport } = board
  const { minimap } = useFrame()
  const frame = useFrameStore()
  const by = (factor: number) => {
    const { w, h } = viewport.size
    viewport.zoomAt({ x: w / 2, y: h / 2 }, viewport.get().zoom * factor)
  }
  return (
    <div className="flex items-center">
      <IconButton size="sm" side="top" label="Zoom out" shortcut="Mod+-" onClick={() => by(1 / 1.25)}>
        <Minus />
      </IconButton>
      <ZoomFigure />
      <IconButton size="sm" side="top" label="Zoom in" shortcut="Mod++" onClick={() => by(1.25)}>
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
        aria-pressed={minimap}
        onClick={() => frame.change({ minimap: !minimap })}
      >
        <MapIcon />
      </IconButton>
    </div>
  )
}

function ZoomFigure() {
  const { viewport } = useBoard()
  const { zoom } = useCamera()
  const { w, h } = viewport.size
  return (
    <button
      type="button"
      title="Back to 100 %"
      onClick={() => viewport.zoomAt({ x: w / 2, y: h / 2 }, 1)}
      className="w-12 rounded-sm py-1 text-center text-ink-700 text-xs figures hover:bg-ink-900/5"
    >
      {Math.round(zoom * 100)} %
    </button>
  )
}
