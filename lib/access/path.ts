/** Where somebody goes after signing in: a path of ours, and nothing that leads to another site. */
export const pathOfOurs = (to: unknown): string =>
  typeof to === 'string' && /^\/(?![/\\])[^\\\p{Cc}]*$/u.test(to) ? to : '/'

/** The sign-in page that leads back to a path of ours. */
export const signInFor = (path: string): string => `/sign-in?to=${encodeURIComponent(path)}`
