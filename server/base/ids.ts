import { randomBytes } from 'node:crypto'

/** A fresh id of anything that is kept: 128 random bits, safe in URLs and as an entity id of the document. */
export const newId = (): string => randomBytes(16).toString('base64url')
