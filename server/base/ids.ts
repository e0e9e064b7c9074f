import { randomBytes } from 'node:crypto'

/** Returns a new random id for any stored record: 128 bits, safe in URLs and as an entity id in the document. */
export const newId = (): string => randomBytes(16).toString('base64url')
