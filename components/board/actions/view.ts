import { Maximize, Scan, Search, ZoomIn, ZoomOut } from 'lucide-react'
import type { WallAction } from '#components/workspace/action.ts'
import { around } from '#lib/geometry/box.ts'
import { zoomAround } from '#lib/geometry/camera.ts'
import type { BoardState } from '../state/board-state.ts'
import { wholeWall } from '../state/whole-wall.ts'
import { hasNotes, selectedNotes } from './subject.ts'

/** Zooms around the middle of what can be seen. */
function zoomTo({ viewport }: BoardState, zoom: number): void {
  viewport.animateTo(zoomAround(viewport.goal, viewport.toScreen(viewport.middle), zoom), 140)
}
const zoomStep = 1.25

export const showAll: WallAction = {
  id: 'view.all',
  label: 'Show everything',
  group: 'view',
  icon: Maximize,
  shortcuts: ['Shift+1'],
  repeats: true,
  needs: [],
  perform: board => {
    const box = wholeWall(board)
    const { viewport } = board
    viewport.animateTo(viewport.cameraFor(box ?? { x: 0, y: 0, w: 1200, h: 600 }, 1, 24))
  },
}

const showSelection: WallAction = {
  id: 'view.selection',
  label: 'Show what is selected',
  group: 'view',
  icon: Scan,
  shortcuts: ['Shift+2'],
  repeats: true,
  applies: hasNotes,
  needs: [],
  perform: board => {
    const box = around(selectedNotes(board))
    if (box) board.viewport.animateTo(board.viewport.cameraFor(box, 1.5, 80))
  },
}

export const zoomIn: WallAction = {
  id: 'view.in',
  label: 'Zoom in',
  group: 'view',
  icon: ZoomIn,
  shortcuts: ['Mod++', 'Mod+='],
  repeats: true,
  needs: [],
  perform: board => zoomTo(board, board.viewport.goal.zoom * zoomStep),
}

export const zoomOut: WallAction = {
  id: 'view.out',
  label: 'Zoom out',
  group: 'view',
  icon: ZoomOut,
  shortcuts: ['Mod+-'],
  repeats: true,
  needs: [],
  perform: board => zoomTo(board, board.viewport.goal.zoom / zoomStep),
}

export const zoomNatural: WallAction = {
  id: 'view.natural',
  label: 'Zoom to 100 %',
  group: 'view',
  icon: Search,
  shortcuts: ['Mod+0'],
  repeats: true,
  needs: [],
  perform: board => zoomTo(board, 1),
}

export const viewActions: readonly WallAction[] = [showAll, showSelection, zoomIn, zoomOut, zoomNatural]
