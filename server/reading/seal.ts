import { createHmac, timingSafeEqual } from 'node:crypto'

/** What only this server can say to a text: with it, an archive may name people who are here. */
export const sealOf = (secret: string, text: string): string =>
  createHmac('sha256', `archive ${secret}`).update(text).digest('base64url')

export function isSealed(secret: string, text: string, seal: string | undefined): boolean {
  const [expected, given] = [Buffer.from(sealOf(secret, text)), Buffer.from(seal ?? '')]
  return expected.length === given.length && timingSafeEqual(expected, given)
}
