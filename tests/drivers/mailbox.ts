import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { SMTPServer } from 'smtp-server'
import { until } from './until.ts'

/** A real SMTP server of this machine, which keeps what it is handed. */
export async function openMailbox() {
  const letters: { to: string; text: string }[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, session, done) {
      text(stream).then(said => {
        // Lines that were too long for mail come in parts; links are whole again without the marks.
        const whole = said.replace(/=\r\n/g, '').replace(/=3D/g, '=')
        letters.push({ to: session.envelope.rcptTo.map(({ address }) => address).join(), text: whole })
        done()
      }, done)
    },
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    letters,
    /** The letters to an address, when there are so many. */
    async to(address: string, count = 1) {
      const found = () => letters.filter(letter => letter.to === address)
      await until(() => found().length >= count, `letters to ${address}`)
      return found()
    },
    close: () => new Promise<void>(resolve => server.close(() => resolve())),
  }
}
