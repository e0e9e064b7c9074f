import type { FormEvent } from 'react'
import { Button } from '#components/ui/button.tsx'
import { Field } from '#components/ui/field.tsx'
import { Input } from '#components/ui/input.tsx'
import { useSending } from '#components/ui/use-sending.ts'
import type { CallRefusal } from '#lib/protocol/call.ts'

/** Asks for one's password again before something that whoever finds this browser must not do. */
export function AskPassword<A extends { ok: true }>({
  action,
  danger = false,
  ask,
  onDone,
}: {
  /** The word on the button. */
  action: string
  danger?: boolean
  ask: (password: string) => Promise<A | CallRefusal>
  onDone: (answer: A) => void
}) {
  const { sending, setSending, refusal, send } = useSending()
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const password = String(new FormData(event.currentTarget).get('password') ?? '')
    void send(
      () => ask(password),
      answer => {
        setSending(false)
        onDone(answer)
      },
    )
  }
  return (
    <form noValidate onSubmit={submit} className="grid gap-4">
      <Field label="Your password" error={refusal?.message}>
        <Input data-begin name="password" type="password" autoComplete="current-password" maxLength={200} />
      </Field>
      <div>
        <Button type="submit" variant={danger ? 'danger' : 'primary'} disabled={sending}>
          {action}
        </Button>
      </div>
    </form>
  )
}
