'use client'
import { ViewSlider } from '#components/method/on-wall/view-slider.tsx'
import { Rounds } from '#components/stage/rounds.tsx'

/** What lies at the wall's lower edge, one above the other: the two views, and what people write and vote with. */
export const WallFoot = () => (
  <div className="pointer-events-none absolute inset-0 z-10 flex flex-col justify-end gap-2 sm:pb-3">
    <ViewSlider />
    <Rounds />
  </div>
)
