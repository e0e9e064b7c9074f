'use client'
import { type FormEvent, useState } from 'react'
import { askServer } from '#components/ui/ask-server.ts'
import { Button } from '#components/ui/button.tsx'
import { Field } from '#components/ui/field.tsx'
import { Input } from '#components/ui/input.tsx'
import { useSending } from '#components/ui/use-sending.ts'

/** Asks for a letter with a link that resets the password. */
export function ForgottenForm() {
  const { sending, setSending, refusal, send } = useSending()
  const [missing, setMissing] = useState<string | null>(null)
  const [sentTo, setSentTo] = useState<string | null>(null)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const email = String(new FormData(event.currentTarget).get('email') ?? '').trim()
    if (!/^[^\s@]+@\S+$/.test(email)) return setMissing('Write an email address, like ada@example.org.')
    setMissing(null)
    void send(
      () => askServer('POST /api/password/forgotten', {}, { email }),
      () => {
        setSending(false)
        setSentTo(email)
      },
    )
  }
  if (sentTo !== null)
    return (
      <p role="status">
        If somebody has an account with <bdi className="wrap-anywhere font-semibold">{sentTo}</bdi>, a letter is on its
        way there. Its link works for an hour. Nothing came? Look among the unwanted mail, then ask whoever runs this
        Brownpaper.
      </p>
    )
  return (
    <form noValidate onSubmit={submit} className="grid gap-4">
      <Field label="Email" hint="That of your account." error={missing ?? refusal?.message}>
        <Input name="email" type="email" autoComplete="email" maxLength={254} />
      </Field>
      <Button type="submit" variant="primary" size="touch" disabled={sending}>
        Send me a link
      </Button>
    </form>
  )
}
