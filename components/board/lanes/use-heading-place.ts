import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react'
import { useCameraEffect } from '../layers/layers.tsx'
import { useBoard } from '../state/board-context.tsx'
import { type HeadingPlace, headingPlace, ways } from './heading-place.ts'

/** Keeps a lane's heading where it hides no note; sets `--stay` and `data-lies` for the styles. */
export function useHeadingPlace(
  root: RefObject<HTMLElement | null>,
  name: RefObject<HTMLElement | null>,
  lane: { top: number; height: number },
): void {
  const { viewport, index } = useBoard()
  const tape = useRef({ w: 0, h: 0 })
  const lying = useRef<HeadingPlace['lies']>('across')
  const put = () => {
    const heading = root.current
    if (!heading || tape.current.w === 0) return
    const look = { camera: viewport.get(), insets: viewport.insets }
    const { stay, lies } = headingPlace(lane, tape.current, look, box => index.within(box).length > 0)
    heading.style.setProperty('--stay', `${stay}px`)
    // While the camera moves the name gives way at once, and returns only when the camera rests.
    if (viewport.moving && ways.indexOf(lies) < ways.indexOf(lying.current)) return
    lying.current = lies
    heading.dataset.lies = lies
  }
  const latest = useRef(put)
  latest.current = put
  useCameraEffect(put)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another place or height of the lane puts its name elsewhere.
  useLayoutEffect(put, [lane.top, lane.height])
  useEffect(() => {
    const again = () => latest.current()
    const sizes = new ResizeObserver(() => {
      tape.current = { w: name.current?.offsetWidth ?? 0, h: name.current?.offsetHeight ?? 0 }
      again()
    })
    if (name.current) sizes.observe(name.current)
    const stops = [viewport.onSettled(again), index.subscribe(again), () => sizes.disconnect()]
    return () => {
      for (const stop of stops) stop()
    }
  }, [viewport, index, name])
}
