import { type FormEvent, useState } from 'react'
import { askServer } from '#components/ui/ask-server.ts'
import { Button } from '#components/ui/button.tsx'
import { Field } from '#components/ui/field.tsx'
import { Input, Select } from '#components/ui/input.tsx'
import { MadeLink } from '#components/ui/made-link.tsx'
import { mostByOneLink } from '#lib/people/limits.ts'
import { memberRoles } from './role-words.ts'

const lives = [
  { hours: 24, label: 'One day' },
  { hours: 24 * 7, label: 'One week' },
  { hours: 24 * 30, label: 'One month' },
] as const

interface Made {
  url: string
  role: 'facilitator' | 'manager'
  maxUses: number
  expiresAt: number
}

/** Makes a link that makes people members: as what, how many, until when. */
export function InviteMembers({ workspaceId, onMade }: { workspaceId: string; onMade: () => void }) {
  const [role, setRole] = useState<Made['role']>('facilitator')
  const [hours, setHours] = useState<number>(24 * 7)
  const [people, setPeople] = useState('1')
  const [made, setMade] = useState<Made | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [asking, setAsking] = useState(false)
  const make = async (event: FormEvent) => {
    event.preventDefault()
    setAsking(true)
    const answer = await askServer(
      'POST /api/workspaces/[workspaceId]/invites',
      { workspaceId },
      { role, expiresInHours: hours, maxUses: people.trim() === '' ? Number.NaN : Number(people) },
    )
    setAsking(false)
    if (!answer.ok) return setProblem(answer.message)
    setProblem(null)
    setMade({ ...answer.invite, url: new URL(answer.invite.url, location.href).href })
    onMade()
  }
  return (
    <form noValidate onSubmit={make} className="grid gap-4">
      <Field label="They come as" hint={`A ${role} ${memberRoles[role].means}.`}>
        <Select value={role} onChange={event => setRole(event.target.value === 'manager' ? 'manager' : 'facilitator')}>
          <option value="facilitator">{memberRoles.facilitator.label}</option>
          <option value="manager">{memberRoles.manager.label}</option>
        </Select>
      </Field>
      <div className="grid gap-3 sm:grid-cols-2">
        <Field label="For how many people" hint="Each needs an account, or makes one." error={problem}>
          <Input
            type="number"
            min={1}
            max={mostByOneLink}
            inputMode="numeric"
            value={people}
            onChange={event => setPeople(event.target.value)}
          />
        </Field>
        <Field label="The link works for">
          <Select value={hours} onChange={event => setHours(Number(event.target.value))}>
            {lives.map(life => (
              <option key={life.hours} value={life.hours}>
                {life.label}
              </option>
            ))}
          </Select>
        </Field>
      </div>
      <Button type="submit" variant={made ? 'quiet' : 'primary'} disabled={asking}>
        {made ? 'Make another link' : 'Make a link'}
      </Button>
      {made && (
        <MadeLink key={made.url} url={made.url} qrLabel="QR code of the invite link">
          The link is shown only here: copy it before you close.{' '}
          {made.maxUses === 1 ? 'Whoever opens it first' : `The first ${made.maxUses} people who open it`} can join as{' '}
          {memberRoles[made.role].label.toLowerCase()} until{' '}
          {new Date(made.expiresAt).toLocaleString([], { dateStyle: 'medium', timeStyle: 'short' })}.
        </MadeLink>
      )}
    </form>
  )
}
