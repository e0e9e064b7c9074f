'use client'
import { useLayoutEffect, useRef } from 'react'
import { useBoard } from '../state/board-context.tsx'
import type { Culling } from './culling.ts'
import { FarPicture } from './far-picture.ts'

/**
 * The board from afar: a picture on one canvas, wherever there are no cards. Hidden from screen readers: the outline
 * has the content.
 */
export function FarCanvas({ culling }: { culling: Culling }) {
  const board = useBoard()
  const ref = useRef<HTMLCanvasElement>(null)
  useLayoutEffect(() => {
    if (!ref.current) return
    const picture = new FarPicture(board, culling, ref.current)
    return () => picture.destroy()
  }, [board, culling])
  return (
    <div aria-hidden="true">
      <canvas ref={ref} className="far-canvas" />
    </div>
  )
}
