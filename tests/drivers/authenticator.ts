import { Secret, TOTP } from 'otpauth'

/** What an authenticator app shows for a secret now, or some steps of 30 s from now. */
export const codeOf = (secret = '', steps = 0): string =>
  new TOTP({ secret: Secret.fromBase32(secret.replace(/\s/g, '')) }).generate({
    timestamp: Date.now() + steps * 30_000,
  })
