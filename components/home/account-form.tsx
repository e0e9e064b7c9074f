'use client'
import { type FormEvent, useState } from 'react'
import { enterWorkspace } from '#components/pages/workspace-switch.tsx'
import { askServer } from '#components/ui/ask-server.ts'
import { Button } from '#components/ui/button.tsx'
import { Field } from '#components/ui/field.tsx'
import { Input } from '#components/ui/input.tsx'
import { useSending } from '#components/ui/use-sending.ts'
import type { ErrorCode } from '#lib/protocol/errors.ts'

const text = (form: FormData, name: string) => String(form.get(name) ?? '').trim()

/** Email and password, and for a new account a name. The whole page loads anew, so that everything knows who is here. */
export function AccountForm({
  way,
  to,
  invite,
}: {
  way: 'sign-in' | 'sign-up'
  to: string
  /** The link by which somebody signs up, and the workspace that they join by it. */
  invite?: { token: string; workspaceId: string }
}) {
  const { sending, refusal, send } = useSending()
  const [missing, setMissing] = useState<Record<string, string>>({})
  /** The password was right, and the person has a second factor. */
  const [asksCode, setAsksCode] = useState(false)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const [name, email, password] = [text(form, 'name'), text(form, 'email'), String(form.get('password') ?? '')]
    const found: Record<string, string> = {}
    if (way === 'sign-up' && !name) found.name = 'Write the name that others will see.'
    if (!/^[^\s@]+@\S+$/.test(email)) found.email = 'Write an email address, like ada@example.org.'
    if (!password) found.password = 'Write your password.'
    else if (way === 'sign-up' && password.length < 8) found.password = 'Use at least 8 characters.'
    if (asksCode && !text(form, 'code')) found.code = 'Write the code.'
    setMissing(found)
    const first = Object.keys(found)[0]
    if (first) {
      event.currentTarget.querySelector<HTMLInputElement>(`[name=${first}]`)?.focus()
      return
    }
    const request = () =>
      way === 'sign-up'
        ? askServer('POST /api/sign-up', {}, { name, email, password, ...(invite ? { invite: invite.token } : {}) })
        : askServer(
            'POST /api/sign-in',
            {},
            { email, password, ...(asksCode ? { code: text(form, 'code') } : {}) },
          ).then(answer => {
            if (!answer.ok && answer.code === 'code-needed') setAsksCode(true)
            return answer
          })
    send(request, () => (invite ? enterWorkspace(invite.workspaceId) : window.location.assign(to)))
  }
  const refused = (code: ErrorCode) => (refusal?.code === code ? refusal.message : undefined)
  // What the fields lack is found here: what the server does not like is the password.
  const weak = way === 'sign-up' ? refused('bad-request') : undefined
  const placed = refused('email-taken') ?? refused('wrong-password') ?? refused('code-needed') ?? refused('code-wrong')
  const general = (placed ?? weak) ? null : refusal?.message
  return (
    <form noValidate onSubmit={submit} className="grid gap-4">
      {way === 'sign-up' && (
        <Field label="Your name" hint="As it stands on the wall and in the report." error={missing.name}>
          <Input name="name" autoComplete="name" maxLength={120} />
        </Field>
      )}
      <Field label="Email" error={missing.email ?? refused('email-taken')}>
        <Input name="email" type="email" autoComplete="email" maxLength={254} />
      </Field>
      <Field
        label="Password"
        hint={way === 'sign-up' ? 'At least 8 characters.' : undefined}
        error={missing.password ?? refused('wrong-password') ?? weak}
      >
        <Input
          name="password"
          type="password"
          autoComplete={way === 'sign-up' ? 'new-password' : 'current-password'}
          maxLength={200}
        />
      </Field>
      {asksCode && (
        <Field
          label="Code"
          hint="The one that your authenticator app shows now, or a recovery code."
          error={missing.code ?? refused('code-wrong')}
        >
          <Input
            ref={field => field?.focus()}
            name="code"
            autoComplete="one-time-code"
            autoCapitalize="none"
            maxLength={60}
          />
        </Field>
      )}
      {general && (
        <p role="alert" className="text-danger text-sm">
          {general}
        </p>
      )}
      <Button type="submit" variant="primary" size="touch" disabled={sending}>
        {way === 'sign-up' ? 'Create the account' : 'Sign in'}
      </Button>
    </form>
  )
}
