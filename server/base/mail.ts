import { createTransport } from 'nodemailer'
import type { Env } from './env.ts'
import type { Log } from './log.ts'

interface Letter {
  to: string
  subject: string
  /** Plain text. */
  text: string
}
/**
 * Writes and sends a letter while nobody waits: how long it takes tells nothing. What goes wrong is logged; null is no
 * letter.
 */
export type SendMail = (write: () => Promise<Letter | null>) => void

/** ms */
const patience = 20_000

/** Returns what sends mail with the settings; null where none is set up. */
export function mailBy({ mail }: Pick<Env, 'mail'>, log: Log): SendMail | null {
  if (mail === null) return null
  const transport = createTransport(
    { url: mail.url, connectionTimeout: patience, greetingTimeout: patience, socketTimeout: patience },
    { from: mail.from },
  )
  const send = async (write: () => Promise<Letter | null>) => {
    const letter = await write()
    if (letter) await transport.sendMail(letter)
  }
  return write => {
    send(write).catch(error => log.error({ err: error }, 'a letter was not sent'))
  }
}
