'use client'
import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import type { OwnWorkspace } from '#components/pages/workspace-switch.tsx'
import { askServer } from '#components/ui/ask-server.ts'
import { Button } from '#components/ui/button.tsx'
import { Field } from '#components/ui/field.tsx'
import { Input, Select } from '#components/ui/input.tsx'
import { toast } from '#components/ui/toast.tsx'
import { sayAmount } from '#lib/method/details.ts'
import type { WorkspaceSettings } from '#lib/protocol/routes/workspaces.ts'
import { DeleteWorkspace } from './delete-workspace.tsx'
import { GuestsSetting } from './guests-setting.tsx'
import { LogoSetting } from './logo-setting.tsx'

/** What holds for all boards of a workspace; its owner changes it, everybody in it sees it. */
export function SettingsPage({
  workspace,
  settings,
  logo,
  currencies,
}: {
  workspace: OwnWorkspace
  /** As a data address. */
  logo: string | null
  settings: WorkspaceSettings
  currencies: readonly { code: string; name: string }[]
}) {
  const owns = workspace.role === 'owner'
  return (
    <div className="grid max-w-xl grid-cols-1 gap-8">
      {!owns && <p className="text-ink-700">The owner of the workspace chooses these.</p>}
      <NameSetting workspaceId={workspace.id} name={settings.name} owns={owns} />
      <LogoSetting workspaceId={workspace.id} name={settings.name} logo={logo} owns={owns} />
      <GuestsSetting workspaceId={workspace.id} days={settings.guestDays} owns={owns} />
      <CurrencySetting workspaceId={workspace.id} currency={settings.currency} currencies={currencies} owns={owns} />
      {owns && <DeleteWorkspace workspaceId={workspace.id} name={settings.name} />}
    </div>
  )
}

function NameSetting({ workspaceId, name, owns }: { workspaceId: string; name: string; owns: boolean }) {
  const [typed, setTyped] = useState(name)
  const [error, setError] = useState<string | null>(null)
  const router = useRouter()
  const save = async (event: FormEvent) => {
    event.preventDefault()
    const answer = await askServer('PATCH /api/workspaces/[workspaceId]/settings', { workspaceId }, { name: typed })
    setError(answer.ok ? null : answer.message)
    if (!answer.ok) return
    setTyped(answer.settings.name)
    toast({ text: `The workspace is called “${answer.settings.name}”.` })
    router.refresh()
  }
  return (
    <form noValidate onSubmit={save} className="grid gap-3">
      <Field label="Name" hint="Guests read it at the door, and it stands on every report." error={error}>
        <Input value={typed} maxLength={80} disabled={!owns} onChange={event => setTyped(event.target.value)} />
      </Field>
      {owns && typed !== name && (
        <Button type="submit" variant="primary" className="justify-self-start">
          Save the name
        </Button>
      )}
    </form>
  )
}

function CurrencySetting({
  workspaceId,
  currency,
  currencies,
  owns,
}: {
  workspaceId: string
  currency: string | null
  currencies: readonly { code: string; name: string }[]
  owns: boolean
}) {
  const [chosen, setChosen] = useState(currency)
  const [error, setError] = useState<string | null>(null)
  const choose = async (next: string | null) => {
    const before = chosen
    setChosen(next)
    setError(null)
    const answer = await askServer('PATCH /api/workspaces/[workspaceId]/settings', { workspaceId }, { currency: next })
    if (!answer.ok) {
      setChosen(before)
      return setError(answer.message)
    }
    toast({ text: next === null ? 'Amounts are shown without a currency.' : `Amounts are shown in ${next}.` })
  }
  return (
    <Field
      label="Currency"
      hint={`Costs and savings on all its boards, in reports and in files: ${sayAmount(1234.5, chosen)}.`}
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
  )
}
