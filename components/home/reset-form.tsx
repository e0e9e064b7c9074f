'use client'
import { type FormEvent, useEffect, useState } from 'react'
import { askServer } from '#components/ui/ask-server.ts'
import { Button } from '#components/ui/button.tsx'
import { Field } from '#components/ui/field.tsx'
import { Input } from '#components/ui/input.tsx'
import { Spinner } from '#components/ui/spinner.tsx'
import { useSending } from '#components/ui/use-sending.ts'
import { Aside, TextLink } from './pinned.tsx'

type Found = { token: string; email: string } | { refused: string }

/** A new password, by the link in the address. */
export function ResetForm() {
  const { sending, setSending, refusal, send } = useSending()
  const [found, setFound] = useState<Found | null>(null)
  const [short, setShort] = useState<string | null>(null)
  const [done, setDone] = useState(false)
  useEffect(() => {
    const token = window.location.hash.slice(1)
    askServer('POST /api/password/reset/look', {}, { token }).then(answer =>
      setFound(answer.ok ? { token, email: answer.email } : { refused: answer.message }),
    )
  }, [])
  if (done)
    return (
      <>
        <p role="status">Your password is changed, and you are signed out everywhere.</p>
        <Button asChild variant="primary" size="touch">
          <a href="/sign-in">Sign in</a>
        </Button>
      </>
    )
  if (found === null) return <Spinner label="Looking at the link" />
  if ('refused' in found)
    return (
      <>
        <p role="alert">{found.refused}</p>
        <Aside>
          <TextLink href="/forgotten">How to get one</TextLink>
        </Aside>
      </>
    )
  const { token, email } = found
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const password = String(new FormData(event.currentTarget).get('password') ?? '')
    if (password.length < 8) return setShort('Use at least 8 characters.')
    setShort(null)
    void send(
      () => askServer('POST /api/password/reset', {}, { token, password }),
      () => {
        setSending(false)
        window.history.replaceState(null, '', '/reset')
        setDone(true)
      },
    )
  }
  return (
    <form noValidate onSubmit={submit} className="grid gap-4">
      <Field label="Email">
        <Input name="email" type="email" autoComplete="username" value={email} readOnly />
      </Field>
      <Field
        label="New password"
        hint="At least 8 characters; a few words are better than signs and digits."
        error={short ?? refusal?.message}
      >
        <Input name="password" type="password" autoComplete="new-password" maxLength={200} />
      </Field>
      <Button type="submit" variant="primary" size="touch" disabled={sending}>
        Set the password
      </Button>
    </form>
  )
}
