'use client'
import { type FormEvent, useState } from 'react'
import { useCollab, useStatus } from '#components/collab/collab-context.tsx'
import { askServer } from '#components/ui/ask-server.ts'
import { Button } from '#components/ui/button.tsx'
import { Field } from '#components/ui/field.tsx'
import { Input, Select } from '#components/ui/input.tsx'
import { MadeLink } from '#components/ui/made-link.tsx'
import type { SessionRole } from '#lib/access/actor.ts'
import type { MadeInvite } from '#lib/protocol/routes/sessions.ts'
import { roles } from './roles.ts'

const lives = [
  { hours: 24, label: 'One day' },
  { hours: 24 * 7, label: 'One week' },
  { hours: 24 * 30, label: 'One month' },
] as const

/** Makes a link with role, end, limit and password; shows its address and QR code. */
export function LimitedLink({ onMade }: { onMade: () => void }) {
  const { boardId } = useCollab()
  const { link } = useStatus()
  const [role, setRole] = useState<SessionRole>('contributor')
  const [hours, setHours] = useState<number>(24 * 7)
  const [uses, setUses] = useState('')
  const [password, setPassword] = useState('')
  const [made, setMade] = useState<MadeInvite | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [asking, setAsking] = useState(false)
  const make = async (event: FormEvent) => {
    event.preventDefault()
    setAsking(true)
    const answer = await askServer(
      'POST /api/boards/[boardId]/invites',
      { boardId },
      {
        role,
        expiresInHours: hours,
        ...(Number(uses) > 0 ? { maxUses: Math.round(Number(uses)) } : {}),
        ...(password ? { password } : {}),
      },
    )
    setAsking(false)
    if (!answer.ok) return setProblem(answer.message)
    setProblem(null)
    setMade({ ...answer.invite, url: new URL(answer.invite.url, location.href).href })
    onMade()
  }
  return (
    <form onSubmit={make} className="grid gap-4">
      <div className="grid gap-3 sm:grid-cols-2">
        <Field label="Who has it comes as">
          <Select
            value={role}
            onChange={event => setRole(roles.find(({ id }) => id === event.target.value)?.id ?? role)}
          >
            {roles.map(({ id, label }) => (
              <option key={id} value={id}>
                {label}
              </option>
            ))}
          </Select>
        </Field>
        <Field label="The link works for" error={problem}>
          <Select value={hours} onChange={event => setHours(Number(event.target.value))}>
            {lives.map(life => (
              <option key={life.hours} value={life.hours}>
                {life.label}
              </option>
            ))}
          </Select>
        </Field>
      </div>
      <div className="grid gap-3 sm:grid-cols-2">
        <Field label="For at most" hint="People who may come by it; empty for any number.">
          <Input
            type="number"
            min={1}
            max={10_000}
            inputMode="numeric"
            value={uses}
            onChange={event => setUses(event.target.value)}
          />
        </Field>
        <Field label="Password" hint="Tell it them another way. Empty: none.">
          <Input value={password} autoComplete="off" maxLength={200} onChange={e => setPassword(e.target.value)} />
        </Field>
      </div>
      <Button type="submit" variant={made ? 'quiet' : 'primary'} disabled={asking || link !== 'live'}>
        {made ? 'Make another link' : 'Make a link'}
      </Button>
      {made && (
        <MadeLink url={made.url} qrLabel="QR code of the invite link">
          This link is shown only here: copy it before you close. Anyone who has it can join
          {made.expiresAt === null
            ? ''
            : ` until ${new Date(made.expiresAt).toLocaleString([], { dateStyle: 'medium', timeStyle: 'short' })}`}
          .
        </MadeLink>
      )}
    </form>
  )
}
