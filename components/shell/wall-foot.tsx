'use client'
import { ViewSides } from '#components/method/on-wall/view-sides.tsx'
import { Rounds } from '#components/stage/rounds.tsx'
import { useStage } from '#components/stage/state/use-stage.ts'
import { whereIs } from '#components/stage/state/where.ts'
import { Zoom } from './zoom.tsx'

/** Activities that are about both sides. */
const late: readonly string[] = ['verdicts', 'compare', 'actions']

/** At the wall's lower edge: both sides of the board at the left, one passing thing in the middle, the size at the right. */
export function WallFoot() {
  const { item } = whereIs(useStage())
  return (
    <div className="pointer-events-none absolute inset-0 z-10 flex flex-col justify-end gap-2 px-3 pb-3">
      <div ref={keepPageFoot} className="min-h-0 flex-1" />
      <div className="flex min-h-0 flex-wrap items-end gap-2">
        <ViewSides asked={item ? late.includes(item.view) : null} />
        <div className="flex min-w-0 flex-1 justify-center">
          <Rounds />
        </div>
        <Zoom />
      </div>
    </div>
  )
}

/** Measures where the foot begins: messages appear above it, and never on controls. */
function keepPageFoot(room: HTMLElement | null): (() => void) | undefined {
  if (!room) return
  const { style } = document.documentElement
  const measure = () => style.setProperty('--page-foot', `${innerHeight - room.getBoundingClientRect().bottom}px`)
  const changes = new ResizeObserver(measure)
  changes.observe(room)
  return () => {
    changes.disconnect()
    style.removeProperty('--page-foot')
  }
}
