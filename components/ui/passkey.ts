import { startAuthentication, startRegistration, WebAuthnError } from '@simplewebauthn/browser'
import type { CallRefusal } from '#lib/protocol/call.ts'
import { askServer } from './ask-server.ts'

/** Whether passkeys work here: browsers have them under https and on this machine alone. */
export const offersPasskeys = (): boolean => typeof PublicKeyCredential === 'function' && window.isSecureContext

const refusal = (error: unknown): CallRefusal => ({
  ok: false,
  status: 0,
  code: 'failed',
  message:
    error instanceof WebAuthnError && error.code === 'ERROR_AUTHENTICATOR_PREVIOUSLY_REGISTERED'
      ? 'This device has a passkey of your account already.'
      : 'The browser did not go on. Try again, or use your password.',
})

/** Makes a passkey on this device or one that it reaches, and tells the server. */
export async function makePasskey(password: string | null) {
  const asked = await askServer('POST /api/account/passkeys/options', {}, password === null ? {} : { password })
  if (!asked.ok) return asked
  try {
    // The server's library made the options, and the browser's reads them.
    const optionsJSON = asked.options as unknown as Parameters<typeof startRegistration>[0]['optionsJSON']
    const response = await startRegistration({ optionsJSON })
    return await askServer('POST /api/account/passkeys', {}, { response: { ...response } })
  } catch (error) {
    return refusal(error)
  }
}

/** Signs in by a passkey that the browser finds. */
export async function comeInByPasskey() {
  const asked = await askServer('POST /api/sign-in/passkey/options', {})
  if (!asked.ok) return asked
  try {
    const optionsJSON = asked.options as unknown as Parameters<typeof startAuthentication>[0]['optionsJSON']
    const response = await startAuthentication({ optionsJSON })
    return await askServer('POST /api/sign-in/passkey', {}, { response: { ...response } })
  } catch (error) {
    return refusal(error)
  }
}
