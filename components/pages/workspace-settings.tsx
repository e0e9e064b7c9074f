'use client'
import { useState } from 'react'
import { askServer } from '#components/ui/ask-server.ts'
import { Field } from '#components/ui/field.tsx'
import { Select } from '#components/ui/input.tsx'
import { toast } from '#components/ui/toast.tsx'
import { sayAmount } from '#lib/method/details.ts'

/** What a workspace has chosen for all its boards; its owner changes it, everybody in it sees it. */
export function WorkspaceSettings({
  workspace,
  currency,
  currencies,
}: {
  workspace: { id: string; name: string; role: string }
  currency: string | null
  currencies: readonly { code: string; name: string }[]
}) {
  const [chosen, setChosen] = useState(currency)
  const [error, setError] = useState<string | null>(null)
  const owns = workspace.role === 'owner'
  const choose = async (next: string | null) => {
    const before = chosen
    setChosen(next)
    setError(null)
    const answer = await askServer(
      'PATCH /api/workspaces/[workspaceId]/settings',
      { workspaceId: workspace.id },
      { currency: next },
    )
    if (!answer.ok) {
      setChosen(before)
      return setError(answer.message)
    }
    toast({ text: next === null ? 'Amounts are shown without a currency.' : `Amounts are shown in ${next}.` })
  }
  return (
    <section className="grid gap-4">
      <h2 className="text-lg" dir="auto">
        {workspace.name}
      </h2>
      <Field
        label={`Currency of ${workspace.name}`}
        hint={
          owns
            ? `Costs and savings on all its boards, in reports and in files: ${sayAmount(1234.5, chosen)}.`
            : 'The owner of the workspace chooses it.'
        }
        error={error}
      >
        <Select
          value={chosen ?? ''}
          disabled={!owns}
          onChange={event => void choose(event.target.value || null)}
          className="max-w-80"
        >
          <option value="">Not said</option>
          {currencies.map(({ code, name }) => (
            <option key={code} value={code}>
              {code}, {name}
            </option>
          ))}
        </Select>
      </Field>
    </section>
  )
}
