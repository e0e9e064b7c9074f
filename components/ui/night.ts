import { useSyncExternalStore } from 'react'
import { preference } from './preferences.ts'

const asksForDark = '(prefers-color-scheme: dark)'

function follow(changed: () => void): () => void {
  const system = matchMedia(asksForDark)
  const chosen = new MutationObserver(changed)
  chosen.observe(document.documentElement, { attributeFilter: ['data-theme'] })
  system.addEventListener('change', changed)
  return () => {
    chosen.disconnect()
    system.removeEventListener('change', changed)
  }
}

const isNight = (): boolean => {
  const chosen = preference('theme')
  return chosen === null ? matchMedia(asksForDark).matches : chosen === 'night'
}

/** Whether the page is dark now, chosen here or by the system: for what is painted and cannot say light-dark(). */
export const useNight = (): boolean => useSyncExternalStore(follow, isNight, () => false)
