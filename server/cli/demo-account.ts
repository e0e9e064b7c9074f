import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export interface Account {
  email: string
  name: string
  password: string
}

/** The account of `npm run demo` and `npm run seed`; its password is made once and kept beside the data. */
export function demoAccount(dataDir: string): Account {
  const file = join(dataDir, 'demo-password')
  if (!existsSync(file)) writeFileSync(file, randomBytes(9).toString('base64url'), { mode: 0o600, flag: 'wx' })
  return { email: 'demo@brownpaper.example', name: 'Demo', password: readFileSync(file, 'utf8').trim() }
}

/** The sentence that tells the person at the terminal how to open a board with that account. */
export const howToSee = (account: Account, url: string, serving: boolean): string =>
  [
    '',
    `  ${serving ? 'Open' : 'Start the server with npm start, then open'}  ${url}`,
    `  Sign in with  ${account.email}  and the password  ${account.password}`,
    '',
  ].join('\n')
