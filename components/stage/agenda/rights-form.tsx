'use client'
import { cx } from 'class-variance-authority'
import { Field } from '#components/ui/field.tsx'
import { Glyph } from '#components/ui/glyph.tsx'
import { Select } from '#components/ui/input.tsx'
import { Switch } from '#components/ui/switch.tsx'
import {
  type ActivityRights,
  changeRights,
  isAsked,
  isFlag,
  rightNames,
  rights,
  scopeWords,
} from '#lib/access/rights.ts'
import { type NoteKindId, noteKinds } from '#lib/notes/kinds/index.ts'
import { papers } from '#lib/notes/papers.ts'

/** What contributors may do in an activity: a facilitator always may. */
export function RightsForm({
  rights: now,
  onChange,
}: {
  rights: ActivityRights
  onChange: (rights: ActivityRights) => void
}) {
  const put = (change: Partial<ActivityRights>) => onChange(changeRights(now, change))
  return (
    <fieldset className="grid gap-3">
      <legend className="mb-2 font-semibold text-sm">What contributors may do</legend>
      <Kinds add={now.add} onChange={add => put({ add })} />
      <div className="grid grid-cols-2 gap-3">
        {(['edit', 'delete'] as const).map(right => (
          <Field key={right} label={rights[right].label}>
            <Select
              value={now[right]}
              onChange={event => put({ [right]: event.target.value as ActivityRights[typeof right] })}
            >
              {Object.entries(scopeWords).map(([id, label]) => (
                <option key={id} value={id}>
                  {label}
                </option>
              ))}
            </Select>
          </Field>
        ))}
      </div>
      <div className="grid">
        {rightNames
          .filter(isFlag)
          .filter(right => isAsked(right, now))
          .map(right => (
            <Switch
              key={right}
              label={rights[right].label}
              hint={rights[right].hint}
              checked={now[right]}
              onCheckedChange={on => put({ [right]: on })}
            />
          ))}
      </div>
    </fieldset>
  )
}

function Kinds({ add, onChange }: { add: ActivityRights['add']; onChange: (add: ActivityRights['add']) => void }) {
  const has = (id: NoteKindId) => add === 'all' || add.includes(id)
  const toggle = (id: NoteKindId) => {
    const kinds = noteKinds.map(kind => kind.id).filter(one => (one === id ? !has(one) : has(one)))
    onChange(kinds.length === noteKinds.length ? 'all' : kinds)
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset within the fieldset of rights would be read out as its part twice.
    <div role="group" aria-label={rights.add.label} className="grid gap-1.5">
      <p className="font-semibold text-ink-700 text-sm">{rights.add.label}</p>
      <div className="flex flex-wrap gap-1.5">
        {noteKinds.map(({ id, label, icon, paper }) => (
          <button
            key={id}
            type="button"
            aria-pressed={has(id)}
            onClick={() => toggle(id)}
            style={has(id) ? { backgroundColor: papers[paper].fill, color: papers[paper].ink } : {}}
            className={cx(
              'inline-flex h-8 items-center gap-1.5 rounded-note border px-2 text-xs touch:h-11',
              has(id) ? 'border-black/20 shadow-note' : 'border-line-strong border-dashed text-ink-500',
            )}
          >
            <Glyph name={icon} className="size-3.5" />
            {label}
          </button>
        ))}
      </div>
    </div>
  )
}
