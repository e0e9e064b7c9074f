/** ms without input after which a page's person counts as away. */
export const awayAfter = 3 * 60_000

const hands = ['pointermove', 'pointerdown', 'keydown', 'wheel', 'touchstart'] as const

/** Reports whether the page's person is away, now and at every change. Returns the function that stops it. */
export function watchAway(page: EventTarget & { readonly hidden: boolean }, tell: (away: boolean) => void): () => void {
  let away: boolean | null = null
  let timer: ReturnType<typeof setTimeout>
  const say = (next: boolean) => {
    if (next === away) return
    away = next
    tell(next)
  }
  const touched = () => {
    clearTimeout(timer)
    timer = setTimeout(() => say(true), awayAfter)
    say(page.hidden)
  }
  for (const type of hands) page.addEventListener(type, touched, { passive: true })
  page.addEventListener('visibilitychange', touched)
  touched()
  return () => {
    clearTimeout(timer)
    for (const type of [...hands, 'visibilitychange']) page.removeEventListener(type, touched)
  }
}
