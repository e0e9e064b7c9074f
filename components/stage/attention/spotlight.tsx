'use client'
import { useEffect, useRef } from 'react'
import { useCameraEffect } from '#components/board/layers/layers.tsx'
import { useBoard } from '#components/board/state/board-context.tsx'
import { useRoster } from '#components/collab/collab-context.tsx'
import type { Stage } from '#lib/facilitation/stage.ts'
import { type Box, encloses } from '#lib/geometry/box.ts'
import { useStage } from '../state/use-stage.ts'

type Light = NonNullable<Stage['spotlight']>

/** The light on a note or a part of the wall: the rest is dimmed, and stays usable. */
export function Spotlight() {
  const { spotlight } = useStage()
  return spotlight && <Lit light={spotlight} />
}

function Lit({ light }: { light: Light }) {
  const board = useBoard()
  const { you } = useRoster()
  const isMine = light.by === you?.personId
  const hole = useRef<HTMLDivElement>(null)
  const box = (): Box => {
    const note = light.noteId === null ? undefined : board.model.notes.get(light.noteId)
    const [x, y, w, h] = light.rect
    return note ? board.previews.boxOf(note) : { x, y, w, h }
  }
  const place = () => {
    const element = hole.current
    if (!element) return
    const { x, y, w, h } = box()
    const { zoom } = board.viewport.get()
    const at = board.viewport.toScreen({ x, y })
    element.style.transform = `translate(${at.x - 8}px, ${at.y - 8}px)`
    element.style.width = `${w * zoom + 16}px`
    element.style.height = `${h * zoom + 16}px`
  }
  useCameraEffect(place)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a light is a new one when it is put elsewhere.
  useEffect(() => {
    place()
    const { viewport } = board
    // Whoever set the spotlight is looking there already.
    if (!isMine && !encloses(viewport.visible, box()))
      viewport.animateTo(viewport.cameraFor(box(), 1.5, Math.min(96, viewport.size.w / 12)), 600)
    return light.noteId === null ? undefined : board.model.subscribe(place)
  }, [light, board, isMine])
  return (
    <div data-spotlight className="pointer-events-none absolute inset-0 z-10 animate-fade overflow-hidden">
      <div
        ref={hole}
        className="absolute top-0 left-0 rounded-lg shadow-[0_0_0_200vmax_rgb(20_14_6/0.5)] ring-2 ring-white/70"
      />
    </div>
  )
}
