import Bowser from 'bowser'

/** Longer ones are no browser's. */
const longest = 512

/** Returns a browser's name for its person, such as “Firefox on Windows”, from its User-Agent; null when it says none. */
export function deviceOf(userAgent: string | null | undefined): string | null {
  if (!userAgent) return null
  const { browser, os, platform } = Bowser.parse(userAgent.slice(0, longest))
  if (!browser.name) return null
  const on = platform.model === 'iPhone' || platform.model === 'iPad' ? platform.model : os.name
  return (on ? `${browser.name} on ${on}` : browser.name).slice(0, 60)
}
