import { useSyncExternalStore } from 'react'

/** Whether there is room for the wall or one panel only, as Tailwind's `max-sm` says it. */
export const isPhone = (): boolean => matchMedia('(max-width: 639px)').matches

const wide = '(min-width: 1024px)'
const follow = (changed: () => void) => {
  const media = matchMedia(wide)
  media.addEventListener('change', changed)
  return () => media.removeEventListener('change', changed)
}

/** Whether the stage has its place in the top bar, as Tailwind's `lg` says it; below, it is a line of its own. */
export const useWide = (): boolean =>
  useSyncExternalStore(
    follow,
    () => matchMedia(wide).matches,
    () => true,
  )
