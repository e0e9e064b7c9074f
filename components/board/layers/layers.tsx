'use client'
import { type ReactNode, useLayoutEffect, useRef } from 'react'
import { useBoard } from '../state/board-context.tsx'
import { paperTile, tileSize } from './paper-tile.ts'

/** Calls back with the camera now and at every move of it, before the next paint. */
export function useCameraEffect(apply: (camera: { x: number; y: number; zoom: number }) => void): void {
  const { viewport } = useBoard()
  const latest = useRef(apply)
  latest.current = apply
  useLayoutEffect(() => {
    const run = () => latest.current(viewport.get())
    run()
    return viewport.subscribe(run)
  }, [viewport])
}

const whole = (px: number) => Math.round(px * devicePixelRatio) / devicePixelRatio

/** A layer in board coordinates: the camera is its one CSS transform. */
export function World({
  className,
  scaleVariable,
  children,
}: {
  className: string
  scaleVariable?: boolean
  children: ReactNode
}) {
  const { viewport } = useBoard()
  const ref = useRef<HTMLDivElement>(null)
  useCameraEffect(({ x, y, zoom }) => {
    const element = ref.current
    if (!element) return
    element.style.transform = `translate(${whole(-x * zoom)}px,${whole(-y * zoom)}px) scale(${zoom})`
    if (scaleVariable) element.style.setProperty('--unit', `${1 / zoom}px`)
  })
  // A promoted layer keeps the sharpness it was promoted with: after a zoom it is demoted for a frame.
  useLayoutEffect(() => {
    let zoom = viewport.get().zoom
    return viewport.onSettled(() => {
      const element = ref.current
      if (!element || viewport.get().zoom === zoom) return
      zoom = viewport.get().zoom
      element.style.willChange = 'auto'
      requestAnimationFrame(() => requestAnimationFrame(() => element.style.removeProperty('will-change')))
    })
  }, [viewport])
  return (
    <div ref={ref} className={className}>
      {children}
    </div>
  )
}

/** The fibres of the paper, moving with it. */
export function Fibres() {
  const ref = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    if (ref.current) ref.current.style.backgroundImage = paperTile()
  }, [])
  useCameraEffect(({ x, y, zoom }) => {
    const wrap = (px: number) => whole(((px % tileSize) + tileSize) % tileSize)
    if (ref.current) ref.current.style.transform = `translate(${wrap(-x * zoom)}px,${wrap(-y * zoom)}px)`
  })
  return <div ref={ref} aria-hidden="true" className="wall-fibres" />
}
