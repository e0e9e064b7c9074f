import { useEffect } from 'react'

/** px below which what is missing of the page is a bar of the browser and not a keyboard. */
const least = 120

/**
 * Keeps the page above a keyboard on the screen, where the browser lays it over the page: `--keyboard` is what it
 * covers, and `data-keyboard` says that it is there.
 */
export function useKeyboardRoom(): void {
  useEffect(() => {
    const view = window.visualViewport
    if (!view) return
    const root = document.documentElement
    const measure = () => {
      // A page that was pinched is smaller than its window for another reason.
      const covered = view.scale === 1 ? window.innerHeight - view.height - view.offsetTop : 0
      const isUp = covered > least
      root.style.setProperty('--keyboard', isUp ? `${Math.round(covered)}px` : '0px')
      root.toggleAttribute('data-keyboard', isUp)
    }
    view.addEventListener('resize', measure)
    view.addEventListener('scroll', measure)
    return () => {
      view.removeEventListener('resize', measure)
      view.removeEventListener('scroll', measure)
      root.style.removeProperty('--keyboard')
      root.removeAttribute('data-keyboard')
    }
  }, [])
}
