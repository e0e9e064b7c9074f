/** Returns the path to open after signing in: only paths of this site, never another site's address. */
export const pathOfOurs = (to: unknown): string =>
  typeof to === 'string' && /^\/(?![/\\])[^\\\p{Cc}]*$/u.test(to) ? to : '/'

/** Returns the address of the sign-in page that returns to this path. */
export const signInFor = (path: string): string => `/sign-in?to=${encodeURIComponent(path)}`
