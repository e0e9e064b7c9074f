/**
 * How somebody likes to see the product, kept in a cookie of this browser so that the server already paints the
 * first frame with it: no script before paint, no flash.
 */
const preferences = {
  theme: { cookie: 'bp-theme', attribute: 'data-theme', values: ['day', 'night'] },
  notes: { cookie: 'bp-notes', attribute: 'data-notes', values: ['sans'] },
} as const

export type Preference = keyof typeof preferences
export type PreferenceValue<P extends Preference> = (typeof preferences)[P]['values'][number]

const known = (name: Preference, value: string | undefined) =>
  (preferences[name].values as readonly string[]).includes(value ?? '') ? value : undefined

/** Attributes for <html>, from the request's cookies. */
export function preferenceAttributes(cookie: (name: string) => string | undefined): Record<string, string> {
  const attributes: Record<string, string> = {}
  for (const name of Object.keys(preferences) as Preference[]) {
    const value = known(name, cookie(preferences[name].cookie))
    if (value) attributes[preferences[name].attribute] = value
  }
  return attributes
}

/** What this browser prefers now; null for the default (the system's theme, the hand on notes). */
export function preference<P extends Preference>(name: P): PreferenceValue<P> | null {
  const value = known(name, document.documentElement.getAttribute(preferences[name].attribute) ?? undefined)
  return (value ?? null) as PreferenceValue<P> | null
}

/** Sets or (with null) forgets a preference, at once and for a year. */
export function prefer<P extends Preference>(name: P, value: PreferenceValue<P> | null): void {
  const { cookie, attribute } = preferences[name]
  if (value) document.documentElement.setAttribute(attribute, value)
  else document.documentElement.removeAttribute(attribute)
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser we serve.
  document.cookie = `${cookie}=${value ?? ''}; path=/; max-age=${value ? 31_536_000 : 0}; samesite=lax`
}

/** A theme colour as the canvas can use it, resolved for the theme in force: `themeColour('wall')`. */
export function themeColour(token: string): string {
  const probe = document.createElement('span')
  probe.style.color = `var(--color-${token})`
  document.body.append(probe)
  const colour = getComputedStyle(probe).color
  probe.remove()
  return colour
}
