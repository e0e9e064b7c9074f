'use client'
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react'
import { useBoard } from '#components/board/state/board-context.tsx'
import { usePresence } from '#components/collab/collab-context.tsx'
import { fitting } from '#lib/geometry/camera.ts'

interface Follow {
  /** Whose look at the wall this tab follows; null: one's own. */
  leader: string | null
  toggle(personId: string): void
  stop(): void
}
const FollowContext = createContext<Follow>({ leader: null, toggle() {}, stop() {} })
export const useFollow = (): Follow => useContext(FollowContext)

/** Share of the way to the leader's look made in one frame. */
const pull = 0.2
const noInsets = { top: 0, right: 0, bottom: 0, left: 0 }

/** Lets this tab follow one person's look at the wall, until either moves away. */
export function Following({ children }: { children: ReactNode }) {
  const [leader, setLeader] = useState<string | null>(null)
  const follow = useMemo<Follow>(
    () => ({
      leader,
      toggle: id => setLeader(now => (now === id ? null : id)),
      stop: () => setLeader(null),
    }),
    [leader],
  )
  return (
    <FollowContext value={follow}>
      {children}
      {leader !== null && <Pursuit leader={leader} onEnd={follow.stop} />}
    </FollowContext>
  )
}

function Pursuit({ leader, onEnd }: { leader: string; onEnd: () => void }) {
  const { viewport, announce } = useBoard()
  const presence = usePresence()
  const other = () => presence.others.get().find(one => one.person.id === leader)
  const name = other()?.person.name ?? ''
  // biome-ignore lint/correctness/useExhaustiveDependencies: a pursuit lasts for one leader.
  useEffect(() => {
    announce(`Following ${name}.`)
    let frame = requestAnimationFrame(step)
    function step() {
      const seen = other()
      if (!seen) return onEnd()
      frame = requestAnimationFrame(step)
      if (!seen.state.viewport) return
      const [x, y, w, h] = seen.state.viewport
      const goal = fitting({ x, y, w, h }, viewport.size, noInsets, 0, 4)
      const now = viewport.get()
      const far =
        Math.abs(goal.x - now.x) + Math.abs(goal.y - now.y) > 0.5 || Math.abs(goal.zoom / now.zoom - 1) > 0.002
      if (!far) return
      const still = matchMedia('(prefers-reduced-motion: reduce)').matches ? 1 : pull
      viewport.set({
        x: now.x + (goal.x - now.x) * still,
        y: now.y + (goal.y - now.y) * still,
        zoom: now.zoom * (goal.zoom / now.zoom) ** still,
      })
    }
    // One's own hand on the wall ends it: the gestures that move the look, and Escape.
    const byHand = (event: Event) => {
      const onWall = event.target instanceof Element && event.target.closest('[data-wall]')
      if (onWall || (event instanceof KeyboardEvent && event.key === 'Escape')) onEnd()
    }
    const types = ['wheel', 'pointerdown', 'keydown'] as const
    for (const type of types) window.addEventListener(type, byHand, { capture: true, passive: true })
    return () => {
      cancelAnimationFrame(frame)
      for (const type of types) window.removeEventListener(type, byHand, { capture: true })
    }
  }, [leader])
  const colour = other()?.person.colour
  return (
    <div
      aria-hidden
      className="pointer-events-none fixed inset-x-0 top-12 bottom-0 z-10 border-3 border-solid"
      style={{ borderColor: colour }}
    />
  )
}
