'use client'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { askServer } from '#components/ui/ask-server.ts'
import { Button } from '#components/ui/button.tsx'
import { Field } from '#components/ui/field.tsx'
import { Input } from '#components/ui/input.tsx'
import { useSending } from '#components/ui/use-sending.ts'
import { spellCode } from '#lib/people/short-code.ts'

/** Letters of a whole code as it is spelled. */
const whole = 'ABC 234'.length

/** The field for the code on the facilitator's screen: checks the code first, then asks for a name on the join page. */
export function CodeForm({ hint }: { hint?: string }) {
  const [code, setCode] = useState('')
  const { sending, refusal, send, setSending } = useSending()
  const router = useRouter()
  const look = (typed: string) => {
    const plain = typed.replace(' ', '')
    if (!plain) return
    send(
      () => askServer('POST /api/join/look', {}, { code: plain }),
      () => {
        router.push(`/join?code=${encodeURIComponent(plain)}`)
        setSending(false)
      },
    )
  }
  const typed = (text: string) => {
    const next = spellCode(text)
    setCode(next)
    // The last letter submits: nobody has to look for the button.
    if (next.length === whole && next !== code) look(next)
  }
  return (
    <form
      onSubmit={event => {
        event.preventDefault()
        look(code)
      }}
    >
      <Field label="Code of a running workshop" hint={hint} error={refusal?.message}>
        <Input
          name="code"
          value={code}
          onChange={event => typed(event.target.value)}
          placeholder="ABC 234"
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={12}
          className="figures font-semibold tracking-[0.14em] placeholder:font-normal"
        />
      </Field>
      <Button type="submit" variant="quiet" className="mt-3 w-full" disabled={sending}>
        {sending ? 'Looking…' : 'Join the workshop'}
      </Button>
    </form>
  )
}
