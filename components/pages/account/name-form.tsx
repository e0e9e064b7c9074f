'use client'
import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { askServer } from '#components/ui/ask-server.ts'
import { Button } from '#components/ui/button.tsx'
import { Field } from '#components/ui/field.tsx'
import { Input } from '#components/ui/input.tsx'
import { toast } from '#components/ui/toast.tsx'
import { useSending } from '#components/ui/use-sending.ts'

/** The name that others see. */
export function NameForm({ name }: { name: string }) {
  const [typed, setTyped] = useState(name)
  const { sending, setSending, refusal, send } = useSending()
  const router = useRouter()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void send(
      () => askServer('PATCH /api/me', {}, { name: typed }),
      ({ person }) => {
        setSending(false)
        setTyped(person.name)
        toast({ text: `Others see you as ${person.name} from now on.` })
        router.refresh()
      },
    )
  }
  return (
    <form noValidate onSubmit={submit} className="flex flex-wrap items-end gap-3">
      <div className="min-w-0 flex-1 basis-60">
        <Field label="Your name" error={refusal?.message}>
          <Input
            name="name"
            autoComplete="name"
            maxLength={120}
            value={typed}
            onChange={event => setTyped(event.target.value)}
          />
        </Field>
      </div>
      <Button type="submit" disabled={sending || typed.trim() === name} className="h-11">
        Change the name
      </Button>
    </form>
  )
}
