import { Maximize, Scan, ZoomIn, ZoomOut } from 'lucide-react'
import type { Action } from '#components/workspace/action.ts'
import { around } from '#lib/geometry/box.ts'
import type { BoardState } from '../state/board-state.ts'
import { hasNotes, selectedNotes } from './subject.ts'

/** Shows all notes of the wall. */
export function fitAll({ viewport, index }: BoardState): void {
  const box = around(index.notes())
  viewport.animateTo(viewport.cameraFor(box ?? { x: 0, y: 0, w: 1200, h: 600 }, 1))
}

/** Zooms around the middle of what can be seen. */
export function zoomTo({ viewport }: BoardState, zoom: number): void {
  viewport.zoomAt(viewport.toScreen(viewport.middle), zoom)
}
export const zoomStep = 1.25

export const viewActions: readonly Action[] = [
  {
    id: 'view.all',
    label: 'Show everything',
    group: 'view',
    icon: Maximize,
    shortcuts: ['Shift+1'],
    perform: fitAll,
  },
  {
    id: 'view.selection',
    label: 'Show what is selected',
    group: 'view',
    icon: Scan,
    shortcuts: ['Shift+2'],
    applies: hasNotes,
    perform: board => {
      const box = around(selectedNotes(board))
      if (box) board.viewport.animateTo(board.viewport.cameraFor(box, 1.5, 80))
    },
  },
  {
    id: 'view.in',
    label: 'Zoom in',
    group: 'view',
    icon: ZoomIn,
    shortcuts: ['Mod++', 'Mod+='],
    perform: board => zoomTo(board, board.viewport.get().zoom * zoomStep),
  },
  {
    id: 'view.out',
    label: 'Zoom out',
    group: 'view',
    icon: ZoomOut,
    shortcuts: ['Mod+-'],
    perform: board => zoomTo(board, board.viewport.get().zoom / zoomStep),
  },
  {
    id: 'view.natural',
    label: 'Zoom to 100 %',
    group: 'view',
    shortcuts: ['Mod+0'],
    perform: board => zoomTo(board, 1),
  },
]
