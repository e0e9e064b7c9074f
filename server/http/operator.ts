import { decode, encode } from 'next-auth/jwt'
import type { Env } from '#server/base/env.ts'

/** Whoever can read the server's secret runs the server; commands on its machine prove it so, for a minute each. */
const salt = 'brownpaper operator'
/** Seconds. */
const minute = 60

export const operatorToken = ({ authSecret }: Pick<Env, 'authSecret'>): Promise<string> =>
  encode({ token: { sub: salt }, secret: authSecret, salt, maxAge: minute })

/** Whether an Authorization header comes from such a command. */
export async function isOperator({ authSecret }: Pick<Env, 'authSecret'>, header: string | null): Promise<boolean> {
  const token = /^Bearer (\S+)$/.exec(header ?? '')?.[1]
  if (token === undefined) return false
  try {
    return (await decode({ token, secret: authSecret, salt }))?.sub === salt
  } catch {
    return false
  }
}
