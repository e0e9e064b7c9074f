'use client'
import { type FormEvent, useState } from 'react'
import { forgetLocalCopies } from '#components/collab/local-copy.ts'
import { forgetShell } from '#components/collab/offline-shell.ts'
import { askServer } from '#components/ui/ask-server.ts'
import { Button } from '#components/ui/button.tsx'
import { Dialog } from '#components/ui/dialog.tsx'
import { Field } from '#components/ui/field.tsx'
import { Input } from '#components/ui/input.tsx'
import { useSending } from '#components/ui/use-sending.ts'

/** What belongs to a person: to take along, or to have deleted. */
export function OwnData({ personId, byPassword }: { personId: string; byPassword: boolean }) {
  const [asking, setAsking] = useState(false)
  return (
    <>
      <p className="text-ink-700 text-sm">
        One archive with your account, the workspaces that you belong to, the notes and comments that you wrote, and the
        actions that stand under your name.
      </p>
      <div className="flex flex-wrap gap-2">
        <Button asChild>
          <a href="/api/account/archive" download>
            Download my data
          </a>
        </Button>
        <Button variant="ghost" className="text-danger" onClick={() => setAsking(true)}>
          Delete my account
        </Button>
      </div>
      <DeleteAccount personId={personId} byPassword={byPassword} open={asking} onClose={() => setAsking(false)} />
    </>
  )
}

function DeleteAccount({
  personId,
  byPassword,
  open,
  onClose,
}: {
  personId: string
  byPassword: boolean
  open: boolean
  onClose: () => void
}) {
  const { sending, refusal, send } = useSending()
  const remove = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const password = String(new FormData(event.currentTarget).get('password') ?? '')
    void send(
      () => askServer('DELETE /api/account', {}, byPassword ? { password } : {}),
      async () => {
        await Promise.all([forgetLocalCopies(personId), forgetShell().catch(() => {})])
        window.location.assign('/')
      },
    )
  }
  const wrong = refusal?.code === 'password-wrong'
  return (
    <Dialog
      open={open}
      onOpenChange={next => !next && onClose()}
      title="Delete your account?"
      description="You are signed out everywhere, and nobody can bring the account back. What you wrote stays on the boards, under a pseudonym in the place of your name. Private notes that you did not show are gone."
      width="narrow"
      footer={
        <>
          <Button onClick={onClose}>Keep it</Button>
          <Button type="submit" form="delete-account" variant="danger" disabled={sending}>
            Delete my account
          </Button>
        </>
      }
    >
      <form id="delete-account" noValidate onSubmit={remove} className="grid gap-3">
        {byPassword && (
          <Field label="Your password" error={wrong ? refusal.message : null}>
            <Input name="password" type="password" autoComplete="current-password" maxLength={200} />
          </Field>
        )}
        {refusal && !wrong && (
          <p role="alert" className="text-danger text-sm">
            {refusal.message}
          </p>
        )}
      </form>
    </Dialog>
  )
}
