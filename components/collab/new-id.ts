const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-'

/** Returns a new entity id: 96 random bits, safe as an object key. */
export const newEntityId = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), byte => alphabet[byte & 63]).join('')
