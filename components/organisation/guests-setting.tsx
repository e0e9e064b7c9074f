import { useState } from 'react'
import { askServer } from '#components/ui/ask-server.ts'
import { Field } from '#components/ui/field.tsx'
import { Select } from '#components/ui/input.tsx'
import { toast } from '#components/ui/toast.tsx'

const choices = [
  { days: 30, label: '30 days' },
  { days: 90, label: '90 days' },
  { days: 365, label: 'One year' },
] as const

/** For how long the names of guests are kept; the owner of the workspace chooses it. */
export function GuestsSetting({
  workspaceId,
  days,
  owns,
}: {
  workspaceId: string
  days: number | null
  owns: boolean
}) {
  const [chosen, setChosen] = useState(days)
  const [error, setError] = useState<string | null>(null)
  const choose = async (next: number | null) => {
    setChosen(next)
    const answer = await askServer('PATCH /api/workspaces/[workspaceId]/settings', { workspaceId }, { guestDays: next })
    setError(answer.ok ? null : answer.message)
    if (!answer.ok) return setChosen(days)
    toast({ text: next === null ? 'Names of guests are kept.' : 'Names of guests are erased after that time.' })
  }
  const other = chosen !== null && !choices.some(each => each.days === chosen)
  return (
    <Field
      label="Names of guests"
      hint="After that time without a session a pseudonym stands in the place of a guest’s name, also in replays."
      error={error}
    >
      <Select
        value={chosen ?? ''}
        disabled={!owns}
        onChange={event => void choose(event.target.value === '' ? null : Number(event.target.value))}
        className="max-w-80"
      >
        <option value="">Are kept</option>
        {choices.map(each => (
          <option key={each.days} value={each.days}>
            Are kept for {each.label.toLowerCase()}
          </option>
        ))}
        {other && <option value={chosen}>Are kept for {chosen} days</option>}
      </Select>
    </Field>
  )
}
