'use client'
import { useEffect, useState } from 'react'
import { isComposing } from '#components/ui/composing.ts'
import { Field } from '#components/ui/field.tsx'
import { Input, Select, Textarea } from '#components/ui/input.tsx'
import { Switch } from '#components/ui/switch.tsx'
import type { ActivityView, AgendaItem } from '#lib/facilitation/define.ts'
import { changeItem } from '#lib/facilitation/edit-agenda.ts'
import { cutText } from '#lib/text/cut.ts'
import { RightsForm } from './rights-form.tsx'
import { useAgendaEdit } from './use-agenda-edit.ts'

const views: Record<ActivityView, string> = {
  wall: 'The wall as it is',
  'customer-lane': 'The customer’s lane',
  outcome: 'Promise and outcome',
  failures: 'Points of failure',
  verdicts: 'Verdicts',
  compare: 'As-is and to-be',
  actions: 'Actions',
}

/** The form of an agenda item. Texts are saved on blur, everything else at once. */
export function ItemForm({ item }: { item: AgendaItem }) {
  const edit = useAgendaEdit()
  const change = (fields: Partial<AgendaItem>) => edit(items => changeItem(items, item.id, fields))
  return (
    <div className="grid gap-3 border-line border-t p-3">
      <div className="grid grid-cols-[1fr_6rem] gap-3">
        <Field label="Name">
          <Settled value={item.name} onValue={name => name.trim() && change({ name: cutText(name.trim(), 120) })} />
        </Field>
        <Field label="Minutes">
          <Settled
            type="number"
            min={0}
            max={600}
            value={String(item.minutes)}
            onValue={text => change({ minutes: Math.min(600, Math.max(0, Math.round(Number(text) || 0))) })}
          />
        </Field>
      </div>
      <Field label="Instruction" hint="Everybody reads it: what to do now.">
        <Settled lines value={item.instruction} onValue={text => change({ instruction: cutText(text, 1000) })} />
      </Field>
      <Field label="Screens turn to">
        <Select value={item.view} onChange={event => change({ view: event.target.value as ActivityView })}>
          {Object.entries(views).map(([id, label]) => (
            <option key={id} value={id}>
              {label}
            </option>
          ))}
        </Select>
      </Field>
      <Switch
        label="Start the clock when we come here"
        checked={item.startsTimer}
        onCheckedChange={startsTimer => change({ startsTimer })}
      />
      <Switch
        label="Freeze the wall when the time is up"
        checked={item.freezeAtEnd}
        onCheckedChange={freezeAtEnd => change({ freezeAtEnd })}
      />
      <RightsForm rights={item.rights} onChange={rights => change({ rights })} />
    </div>
  )
}

/** A field that reports its value on blur or Enter. */
function Settled({
  value,
  onValue,
  lines = false,
  ...rest
}: {
  value: string
  onValue: (value: string) => void
  lines?: boolean
  type?: string
  min?: number
  max?: number
  id?: string
}) {
  const [draft, setDraft] = useState(value)
  useEffect(() => setDraft(value), [value])
  const settle = () => {
    if (draft !== value) onValue(draft)
  }
  const shared = {
    value: draft,
    onChange: (event: { target: { value: string } }) => setDraft(event.target.value),
    onBlur: settle,
    ...rest,
  }
  if (lines) return <Textarea {...shared} maxLength={1000} />
  return (
    <Input {...shared} maxLength={120} onKeyDown={event => event.key === 'Enter' && !isComposing(event) && settle()} />
  )
}
