import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import type { Env } from './env.ts'

/** Secrets that the server must read again, kept so that the database alone does not tell them (AES-256-GCM). */
const key = ({ authSecret }: Pick<Env, 'authSecret'>) => Buffer.from(hkdfSync('sha256', authSecret, '', 'sealed', 32))
const ivBytes = 12
const tagBytes = 16

export function seal(env: Pick<Env, 'authSecret'>, text: string): string {
  const iv = randomBytes(ivBytes)
  const cipher = createCipheriv('aes-256-gcm', key(env), iv)
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64url')
}

/** Returns null when it was sealed with another secret, or damaged. */
export function unseal(env: Pick<Env, 'authSecret'>, sealed: string): string | null {
  const bytes = Buffer.from(sealed, 'base64url')
  try {
    const decipher = createDecipheriv('aes-256-gcm', key(env), bytes.subarray(0, ivBytes), { authTagLength: tagBytes })
    decipher.setAuthTag(bytes.subarray(ivBytes, ivBytes + tagBytes))
    return decipher.update(bytes.subarray(ivBytes + tagBytes), undefined, 'utf8') + decipher.final('utf8')
  } catch {
    return null
  }
}
