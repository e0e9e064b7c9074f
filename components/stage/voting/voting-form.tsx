'use client'
import { cx } from 'class-variance-authority'
import { type FormEvent, useState } from 'react'
import { useBoard, useBoardVersion, useSelection } from '#components/board/state/board-context.tsx'
import { Section } from '#components/method/parts.tsx'
import { Button } from '#components/ui/button.tsx'
import { Field } from '#components/ui/field.tsx'
import { Glyph } from '#components/ui/glyph.tsx'
import { Input, Select } from '#components/ui/input.tsx'
import { Switch } from '#components/ui/switch.tsx'
import { type NoteKindId, noteKinds } from '#lib/notes/kinds/index.ts'
import { papers } from '#lib/notes/papers.ts'
import { useAsk } from '../state/ask.ts'

/** Usual targets of a vote, if they are on the wall: problems, then solutions. */
const usual: readonly NoteKindId[] = ['moment-of-truth', 'break-point', 'business-rule', 'pain', 'idea']
/** The question when nobody writes another. */
const question = 'Which points hurt most?'
const perNoteChoices = [1, 2, 3, 5]

/** For the facilitator: what is voted on, with how many dots, and what is shown afterwards. */
export function VotingForm() {
  const board = useBoard()
  useBoardVersion()
  const ask = useAsk()
  const selected = [...useSelection().notes]
  const [title, setTitle] = useState('')
  const [dots, setDots] = useState('3')
  const [perNote, setPerNote] = useState('')
  const [self, setSelf] = useState(true)
  const [open, setOpen] = useState(false)
  const wall = [...board.model.notes.values()].filter(note => note.place === 'wall')
  const counts = new Map<string, number>()
  for (const { kind } of wall) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  const here = noteKinds.filter(({ id }) => counts.has(id))
  const first = here.filter(({ id }) => usual.includes(id)).map(({ id }) => id)
  const [picked, setPicked] = useState<readonly NoteKindId[] | null>(null)
  const [bySelection, setBySelection] = useState(selected.length > 1)
  const kinds = picked ?? (first.length > 0 ? first : here.map(({ id }) => id))
  const targets =
    bySelection && selected.length > 0 ? selected : wall.filter(note => kinds.includes(note.kind)).map(({ id }) => id)
  const count = Number(dots)
  const fits = Number.isInteger(count) && count >= 1 && count <= 50
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void ask('vote.open', {
      title: title.trim() || question,
      dots: count,
      perNote: perNote === '' ? null : Number(perNote),
      self,
      open,
      targets: targets.slice(0, 2_000),
    })
  }
  return (
    <Section title="Open a vote" hint="Nobody, you included, sees a dot before you close it.">
      <form onSubmit={submit} className="grid gap-4">
        <Field label="The question">
          <Input
            value={title}
            maxLength={120}
            placeholder={question}
            onChange={event => setTitle(event.target.value)}
          />
        </Field>
        <div className="grid grid-cols-2 gap-3">
          <Field label="Dots each" error={fits ? null : 'From 1 to 50.'}>
            <Input
              type="number"
              inputMode="numeric"
              min={1}
              max={50}
              value={dots}
              onChange={event => setDots(event.target.value)}
            />
          </Field>
          <Field label="On one note">
            <Select value={perNote} onChange={event => setPerNote(event.target.value)}>
              <option value="">No limit</option>
              {perNoteChoices.map(one => (
                <option key={one} value={one}>
                  At most {one}
                </option>
              ))}
            </Select>
          </Field>
        </div>
        <fieldset className="grid gap-2">
          <legend className="mb-1.5 font-semibold text-ink-700 text-sm">What people vote on</legend>
          {selected.length > 0 && (
            <Switch
              label={`The ${selected.length === 1 ? 'selected note' : `${selected.length} selected notes`} only`}
              checked={bySelection}
              onCheckedChange={setBySelection}
            />
          )}
          {(!bySelection || selected.length === 0) && (
            <div className="flex flex-wrap gap-1.5">
              {here.map(({ id, label, icon, paper }) => (
                <button
                  key={id}
                  type="button"
                  aria-pressed={kinds.includes(id)}
                  onClick={() => setPicked(kinds.includes(id) ? kinds.filter(one => one !== id) : [...kinds, id])}
                  style={kinds.includes(id) ? { backgroundColor: papers[paper].fill, color: papers[paper].ink } : {}}
                  className={cx(
                    'inline-flex h-8 items-center gap-1.5 rounded-note border px-2 text-xs figures touch:h-11',
                    kinds.includes(id)
                      ? 'border-black/20 shadow-note'
                      : 'border-line-strong border-dashed text-ink-500',
                  )}
                >
                  <Glyph name={icon} className="size-3.5" />
                  {label} {counts.get(id)}
                </button>
              ))}
            </div>
          )}
        </fieldset>
        <div className="grid">
          <Switch label="People may vote for their own notes" checked={self} onCheckedChange={setSelf} />
          <Switch
            label="Show names afterwards"
            hint="Told to everybody before they vote. Without it only the sums are kept, and no ballot."
            checked={open}
            onCheckedChange={setOpen}
          />
        </div>
        <Button type="submit" variant="primary" disabled={!fits || targets.length === 0}>
          Open the vote on {targets.length === 1 ? '1 note' : `${targets.length} notes`}
        </Button>
      </form>
    </Section>
  )
}
