'use client'
import { type FormEvent, useState } from 'react'
import { askServer } from '#components/ui/ask-server.ts'
import { Button } from '#components/ui/button.tsx'
import { Field } from '#components/ui/field.tsx'
import { Input } from '#components/ui/input.tsx'
import { isPhone } from '#components/ui/phone.ts'
import { useSending } from '#components/ui/use-sending.ts'
import type { SessionRole } from '#lib/access/actor.ts'
import type { Door } from '#lib/protocol/routes/people.ts'

const roles: Record<SessionRole, string> = {
  facilitator: 'You will lead it with the others who facilitate.',
  contributor: 'You will write on the wall with everybody else.',
  observer: 'You will watch; observers change nothing.',
}

/** The last step before the board: a name, and the link's password if it has one. On a phone the pad opens first. */
export function DoorForm({ way, door }: { way: { token: string } | { code: string }; door: Door }) {
  const { sending, refusal, send } = useSending()
  const [missing, setMissing] = useState<string | null>(null)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const [name, password] = [String(form.get('name') ?? '').trim(), String(form.get('password') ?? '')]
    setMissing(!door.you && !name ? 'Write the name that others will see.' : null)
    if (!door.you && !name) {
      event.currentTarget.querySelector<HTMLInputElement>('[name=name]')?.focus()
      return
    }
    const input = { ...way, ...(door.you ? {} : { name }), ...(door.needsPassword ? { password } : {}) }
    send(
      () => askServer('POST /api/join', {}, input),
      ({ board }) =>
        window.location.replace(door.role === 'contributor' && isPhone() ? `${board.url}?view=pad` : board.url),
    )
  }
  const onPassword = refusal?.code.startsWith('password') ? refusal.message : undefined
  return (
    <form noValidate onSubmit={submit} className="grid gap-4">
      <p className="text-ink-700">
        {roles[door.role]}
        {door.lobby && ' The facilitator lets people in; you may wait a moment.'}
      </p>
      {!door.you && (
        <Field label="Your name" hint="No account needed." error={missing}>
          <Input autoFocus name="name" autoComplete="name" maxLength={120} enterKeyHint="go" />
        </Field>
      )}
      {door.needsPassword && (
        <Field label="Password of this link" hint="Whoever sent the link knows it." error={onPassword}>
          <Input name="password" type="password" autoComplete="off" maxLength={200} enterKeyHint="go" />
        </Field>
      )}
      {refusal && !onPassword && (
        <p role="alert" className="text-danger text-sm">
          {refusal.message}
        </p>
      )}
      <Button type="submit" variant="primary" size="touch" disabled={sending}>
        {door.you ? (
          <span className="truncate">
            Go in as <bdi>{door.you.name}</bdi>
          </span>
        ) : (
          'Go to the wall'
        )}
      </Button>
    </form>
  )
}
