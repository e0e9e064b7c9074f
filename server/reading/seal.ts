import { createHmac, timingSafeEqual } from 'node:crypto'

/** Signs a text as only this server can: an archive with its seal may name people of this server. */
export const sealOf = (secret: string, text: string): string =>
  createHmac('sha256', `archive ${secret}`).update(text).digest('base64url')

export function isSealed(secret: string, text: string, seal: string | undefined): boolean {
  const [expected, given] = [Buffer.from(sealOf(secret, text)), Buffer.from(seal ?? '')]
  return expected.length === given.length && timingSafeEqual(expected, given)
}
