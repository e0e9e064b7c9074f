'use client'
import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { askServer } from '#components/ui/ask-server.ts'
import { Button } from '#components/ui/button.tsx'
import { Field } from '#components/ui/field.tsx'
import { Input } from '#components/ui/input.tsx'
import { toast } from '#components/ui/toast.tsx'
import { useSending } from '#components/ui/use-sending.ts'

/** A new password for the old one. */
export function PasswordForm({ email }: { email: string }) {
  const { sending, setSending, refusal, send } = useSending()
  const [missing, setMissing] = useState<{ current?: string; password?: string }>({})
  const router = useRouter()
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const element = event.currentTarget
    const form = new FormData(element)
    const [current, password] = [String(form.get('current') ?? ''), String(form.get('password') ?? '')]
    const found = {
      ...(current ? {} : { current: 'Write the password that you have now.' }),
      ...(password.length < 8 ? { password: 'Use at least 8 characters.' } : {}),
    }
    setMissing(found)
    const [first] = Object.keys(found)
    if (first) return element.querySelector<HTMLInputElement>(`[name=${first}]`)?.focus()
    const endOthers = form.get('endOthers') !== null
    void send(
      () => askServer('POST /api/account/password', {}, { current, password, endOthers }),
      () => {
        setSending(false)
        element.reset()
        toast({
          text: endOthers
            ? 'Your password is changed, and you are signed out everywhere else.'
            : 'Your password is changed.',
        })
        router.refresh()
      },
    )
  }
  const wrong = refusal?.code === 'password-wrong'
  return (
    <form noValidate onSubmit={submit} className="grid max-w-96 gap-4">
      {/* Password managers ask whose password it is. */}
      <input type="email" name="email" autoComplete="username" value={email} readOnly hidden />
      <Field label="Password now" error={missing.current ?? (wrong ? refusal.message : null)}>
        <Input name="current" type="password" autoComplete="current-password" maxLength={200} />
      </Field>
      <Field
        label="New password"
        hint="At least 8 characters; a few words are better than signs and digits."
        error={missing.password ?? (wrong ? null : refusal?.message)}
      >
        <Input name="password" type="password" autoComplete="new-password" maxLength={200} />
      </Field>
      <label className="flex min-h-11 items-center gap-3 text-sm">
        <input type="checkbox" name="endOthers" defaultChecked className="size-5 accent-accent" />
        Sign out everywhere else
      </label>
      <div>
        <Button type="submit" variant="primary" disabled={sending}>
          Change the password
        </Button>
      </div>
    </form>
  )
}
