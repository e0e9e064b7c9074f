'use client'
import { ViewSlider } from '#components/method/on-wall/view-slider.tsx'
import { Rounds } from '#components/stage/rounds.tsx'

/** What lies at the wall's lower edge, one above the other: the two views, and what people write and vote with. */
export const WallFoot = () => (
  <div className="pointer-events-none absolute inset-0 @container z-10 flex flex-col justify-end gap-2 sm:pb-3">
    <div ref={keepPageFoot} className="min-h-0 flex-1" />
    <ViewSlider />
    <Rounds />
  </div>
)

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
