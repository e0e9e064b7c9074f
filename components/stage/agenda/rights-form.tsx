'use client'
import { cx } from 'class-variance-authority'
import { Field } from '#components/ui/field.tsx'
import { Glyph } from '#components/ui/glyph.tsx'
import { Select } from '#components/ui/input.tsx'
import { Switch } from '#components/ui/switch.tsx'
import type { ActivityRights } from '#lib/access/phase.ts'
import { type NoteKindId, noteKinds } from '#lib/notes/kinds/index.ts'
import { papers } from '#lib/notes/papers.ts'

type Flag = { [K in keyof ActivityRights]: ActivityRights[K] extends boolean ? K : never }[keyof ActivityRights]

const flags: readonly (readonly [right: Flag, label: string])[] = [
  ['link', 'Link notes'],
  ['lanes', 'Change lanes'],
  ['outcome', 'Write promise and outcome'],
  ['details', 'Enter details of steps'],
  ['marks', 'Confirm points of failure'],
  ['verdicts', 'Give verdicts'],
  ['vote', 'Place dots in a vote'],
  ['seeResults', 'See results of votes'],
  ['comment', 'Comment'],
]

const scopes = { all: 'Everybody’s', own: 'Their own', none: 'None' } as const

/** What contributors may do in an activity: a facilitator always may. */
export function RightsForm({ rights, onChange }: { rights: ActivityRights; onChange: (rights: AgendaRights) => void }) {
  const put = (change: Partial<ActivityRights>) => {
    const next = { ...rights, ...change }
    onChange({ ...next, add: next.add === 'all' ? 'all' : [...next.add] })
  }
  return (
    <fieldset className="grid gap-3">
      <legend className="mb-2 font-semibold text-sm">What contributors may do</legend>
      <Kinds add={rights.add} onChange={add => put({ add })} />
      <div className="grid grid-cols-2 gap-3">
        {(['edit', 'delete'] as const).map(right => (
          <Field key={right} label={right === 'edit' ? 'Change notes' : 'Remove notes'}>
            <Select
              value={rights[right]}
              onChange={event => put({ [right]: event.target.value as ActivityRights['edit'] })}
            >
              {Object.entries(scopes).map(([id, label]) => (
                <option key={id} value={id}>
                  {label}
                </option>
              ))}
            </Select>
          </Field>
        ))}
      </div>
      <div className="grid">
        <Switch
          label="Write privately"
          hint="Each writes on their own; nobody, you included, sees the notes until the reveal."
          checked={rights.private}
          onCheckedChange={on => put({ private: on, anonymous: on && rights.anonymous })}
        />
        {rights.private && (
          <Switch
            label="Without names, for good"
            hint="Nobody can ever find out who wrote what: not on the wall, not in the history."
            checked={rights.anonymous}
            onCheckedChange={anonymous => put({ anonymous, share: rights.share && !anonymous })}
          />
        )}
        {rights.private && !rights.anonymous && (
          <Switch
            label="Show one’s own before the reveal"
            hint="Each may put single notes of their own on the wall while the others still write."
            checked={rights.share}
            onCheckedChange={share => put({ share })}
          />
        )}
        {flags.map(([right, label]) => (
          <Switch key={right} label={label} checked={rights[right]} onCheckedChange={on => put({ [right]: on })} />
        ))}
      </div>
    </fieldset>
  )
}

/** Rights with a list of kinds that may be changed, as agenda items hold them. */
type AgendaRights = Omit<ActivityRights, 'add'> & { add: 'all' | NoteKindId[] }

function Kinds({ add, onChange }: { add: ActivityRights['add']; onChange: (add: 'all' | NoteKindId[]) => void }) {
  const has = (id: NoteKindId) => add === 'all' || add.includes(id)
  const toggle = (id: NoteKindId) => {
    const kinds = noteKinds.map(kind => kind.id).filter(one => (one === id ? !has(one) : has(one)))
    onChange(kinds.length === noteKinds.length ? 'all' : kinds)
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset within the fieldset of rights would be read out as its part twice.
    <div role="group" aria-label="Notes they may put up" className="grid gap-1.5">
      <p className="font-semibold text-ink-700 text-sm">Notes they may put up</p>
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
