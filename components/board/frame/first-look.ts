import { useEffect } from 'react'
import { around } from '#lib/geometry/box.ts'
import type { Camera } from '#lib/geometry/camera.ts'
import { useBoard } from '../state/board-context.tsx'
import type { BoardState } from '../state/board-state.ts'

/** Begins where one last was, or with everything in sight. */
export function useFirstLook(): void {
  const board = useBoard()
  useEffect(() => {
    begin(board)
    return board.viewport.onSettled(() => remember(board))
  }, [board])
}

const key = (board: BoardState) => `brownpaper.look/${board.boardId}`

/** For this tab only: coming back tomorrow, one wants to see everything first. */
function remember(board: BoardState): void {
  try {
    sessionStorage.setItem(key(board), JSON.stringify(board.viewport.get()))
  } catch {
    // Without storage the next look begins with everything.
  }
}

function begin(board: BoardState): void {
  board.viewport.set(lastLook(board) ?? everything(board))
}

function lastLook(board: BoardState): Camera | null {
  try {
    const { x, y, zoom } = JSON.parse(sessionStorage.getItem(key(board)) ?? '{}') as Record<string, unknown>
    return typeof x === 'number' && typeof y === 'number' && typeof zoom === 'number' ? { x, y, zoom } : null
  } catch {
    return null
  }
}

/** All notes with the lanes above them; the lanes' beginning on a wall without notes. */
function everything({ viewport, model }: BoardState): Camera {
  const box = around(model.notes.values())
  if (!box) return { x: -100, y: -24, zoom: 1 }
  const left = Math.min(0, box.x)
  const top = model.lanes.length > 0 ? 0 : box.y
  return viewport.cameraFor({ x: left, y: top, w: box.x + box.w - left, h: box.y + box.h - top }, 1, 24)
}
