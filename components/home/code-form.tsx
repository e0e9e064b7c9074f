'use client'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { Field } from '#components/ui/field.tsx'
import { Input } from '#components/ui/input.tsx'
import { api } from './api.ts'
import { useSending } from './use-sending.ts'

/** A short code as it is read aloud: capitals, in two threes. */
export const spelled = (typed: string): string =>
  typed
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .slice(0, 6)
    .replace(/^(.{3})(.+)/, '$1 $2')

/** The box for the code on the facilitator's screen: looks behind the door first, then asks for a name there. */
export function CodeForm({ hint }: { hint?: string }) {
  const [code, setCode] = useState('')
  const { sending, refusal, send, setSending } = useSending()
  const router = useRouter()
  const plain = code.replace(' ', '')
  const go = () => {
    router.push(`/join?code=${encodeURIComponent(plain)}`)
    setSending(false)
  }
  return (
    <form
      onSubmit={event => {
        event.preventDefault()
        if (plain) send(() => api.look({ code: plain }), go)
      }}
    >
      <Field label="Code of a running workshop" hint={hint} error={refusal?.message}>
        <Input
          name="code"
          value={code}
          onChange={event => setCode(spelled(event.target.value))}
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
