import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto'
import { FairQueue } from './fair-queue.ts'
import { kept } from './runtime.ts'

/** Passwords as `scrypt$log2(N)$r$p$salt$hash`: the parameters travel with the hash, so they can be raised later. */
const now = { cost: 15, r: 8, p: 3 }
const keyBytes = 32

/** About as many as are checked in ten seconds; when so many wait, the next person is asked to try again later. */
export const mostWaiting = 64
/** Two at once: each takes 32 MB and a thread that the disk needs too. */
const queue = kept(
  'passwords',
  () =>
    new FairQueue({
      atOnce: 2,
      waiting: mostWaiting,
      full: 'Many people are signing in at this moment. Wait a few seconds, then try again.',
    }),
)

/** Who asks, for a fair queue: the address, and the account or invite. Nobody waits behind all guesses of another. */
type Asking = readonly string[]

function derive(password: string, salt: Buffer, { cost, r, p }: typeof now, by: Asking): Promise<Buffer> {
  const options: ScryptOptions = { N: 2 ** cost, r, p, maxmem: 256 * r * 2 ** cost }
  return queue.run(
    by,
    () =>
      new Promise((resolve, reject) =>
        scrypt(password.normalize('NFKC'), salt, keyBytes, options, (error, key) =>
          error ? reject(error) : resolve(key),
        ),
      ),
  )
}

export async function hashPassword(password: string, by: Asking): Promise<string> {
  const salt = randomBytes(16)
  const key = await derive(password, salt, now, by)
  return ['scrypt', now.cost, now.r, now.p, salt.toString('base64url'), key.toString('base64url')].join('$')
}

/**
 * A person without a password costs the same time as a wrong password, so that timing does not reveal who has an
 * account.
 */
const nobody = `scrypt$${now.cost}$${now.r}$${now.p}$${'A'.repeat(22)}$${'A'.repeat(43)}`

/** Whether the password matches the stored hash; a null hash stands for a person that does not exist. */
export async function isPassword(password: string, stored: string | null, by: Asking): Promise<boolean> {
  const [name, cost, r, p, salt, key] = (stored ?? nobody).split('$')
  if (name !== 'scrypt' || !salt || !key) return false
  const wanted = Buffer.from(key, 'base64url')
  const parameters = { cost: Number(cost), r: Number(r), p: Number(p) }
  const given = await derive(password, Buffer.from(salt, 'base64url'), parameters, by)
  return given.length === wanted.length && timingSafeEqual(given, wanted) && stored !== null
}
