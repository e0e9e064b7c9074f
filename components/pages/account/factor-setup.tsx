import { type FormEvent, useState } from 'react'
import { askServer } from '#components/ui/ask-server.ts'
import { Button } from '#components/ui/button.tsx'
import { Field } from '#components/ui/field.tsx'
import { Input } from '#components/ui/input.tsx'
import { QrCode } from '#components/ui/qr-code.tsx'
import { useSending } from '#components/ui/use-sending.ts'
import { AskPassword } from './ask-password.tsx'
import { RecoveryCodes } from './recovery-codes.tsx'

/** The password, the code for the app, the first code of it, and the recovery codes. */
export function FactorSetup() {
  const [made, setMade] = useState<{ secret: string; uri: string } | null>(null)
  const [codes, setCodes] = useState<readonly string[] | null>(null)
  const { sending, refusal, send } = useSending()
  if (codes) return <RecoveryCodes codes={codes} />
  if (!made)
    return (
      <AskPassword
        action="Go on"
        ask={password => askServer('POST /api/account/second-factor', {}, { password })}
        onDone={({ secret, uri }) => setMade({ secret, uri })}
      />
    )
  const confirm = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const code = String(new FormData(event.currentTarget).get('code') ?? '')
    void send(
      () => askServer('POST /api/account/second-factor/confirm', {}, { code }),
      answer => setCodes(answer.codes),
    )
  }
  return (
    <form noValidate onSubmit={confirm} className="grid gap-4">
      <p>Read this with your authenticator app, or type the letters into it.</p>
      <QrCode text={made.uri} label="QR code for an authenticator app" />
      <p className="wrap-anywhere font-mono text-sm" data-secret>
        {made.secret.replace(/(.{4})(?=.)/g, '$1 ')}
      </p>
      <Field label="Code" hint="The one that the app shows now." error={refusal?.message}>
        <Input
          name="code"
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={60}
          ref={field => field?.focus({ preventScroll: true })}
        />
      </Field>
      <div>
        <Button type="submit" variant="primary" disabled={sending}>
          Turn it on
        </Button>
      </div>
    </form>
  )
}
