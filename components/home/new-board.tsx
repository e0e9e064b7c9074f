'use client'
import { cx } from 'class-variance-authority'
import { Trash2 } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import type { Who } from '#components/pages/workspace-switch.tsx'
import { askServer } from '#components/ui/ask-server.ts'
import { Button } from '#components/ui/button.tsx'
import { Dialog } from '#components/ui/dialog.tsx'
import { Field } from '#components/ui/field.tsx'
import { IconButton } from '#components/ui/icon-button.tsx'
import { Input, Select } from '#components/ui/input.tsx'
import { Popover } from '#components/ui/popover.tsx'
import { useSending } from '#components/ui/use-sending.ts'
import type { OwnTemplateChoice, TemplateChoice } from '#lib/templates/picture.ts'

/** What to begin with, seen before it is chosen, and a title that can be typed over. */
export function NewBoard({
  who,
  choices,
  own,
  open,
  onOpenChange,
}: {
  who: Who
  choices: readonly TemplateChoice[]
  /** Templates that the person's workspaces keep. */
  own: readonly OwnTemplateChoice[]
  open: boolean
  onOpenChange: (open: boolean) => void
}) {
  const [chosen, setChosen] = useState(choices[0])
  const [typed, setTyped] = useState<string | null>(null)
  const [workspace, setWorkspace] = useState(who.workspace?.id ?? '')
  const places = who.workspaces.filter(({ role }) => role !== 'manager')
  const { sending, refusal, send, setSending } = useSending()
  const router = useRouter()
  const forget = ({ workspaceId, id }: OwnTemplateChoice) =>
    send(
      () => askServer('DELETE /api/workspaces/[workspaceId]/templates/[itemId]', { workspaceId, itemId: id }),
      () => {
        if (chosen?.id === id) setChosen(choices[0])
        setSending(false)
        router.refresh()
      },
    )
  if (!chosen) return null
  const title = typed ?? chosen.title
  const create = () =>
    send(
      () => askServer('POST /api/boards', { workspace }, { title: title.trim() || chosen.title, template: chosen.id }),
      ({ board }) => window.location.assign(board.url),
    )
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title="New board"
      width="wide"
      footer={
        <Button variant="primary" type="submit" form="new-board" disabled={sending}>
          Make the board
        </Button>
      }
    >
      <form
        id="new-board"
        className="grid gap-5"
        onSubmit={event => {
          event.preventDefault()
          create()
        }}
      >
        <Field label="Title" error={refusal?.message}>
          <Input data-begin value={title} maxLength={120} onChange={event => setTyped(event.target.value)} />
        </Field>
        {places.length > 1 && (
          <Field label="In" hint="Who belongs to the workspace sees the board.">
            <Select value={workspace} onChange={event => setWorkspace(event.target.value)} className="max-w-80">
              {places.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </Select>
          </Field>
        )}
        <fieldset>
          <legend className="mb-2 font-semibold text-ink-700 text-sm">Begin with</legend>
          <div className="grid grid-cols-2 gap-3 sm:grid-cols-3">
            {choices.map(choice => (
              <Choice key={choice.id} choice={choice} chosen={choice.id === chosen.id} onChoose={setChosen} />
            ))}
            {own.map(choice => (
              <div key={choice.id} className="relative">
                <Choice choice={choice} chosen={choice.id === chosen.id} onChoose={setChosen} />
                <Popover
                  label={`Delete ${choice.title}?`}
                  align="end"
                  className="w-64"
                  trigger={
                    <IconButton
                      label={`Delete the template ${choice.title}`}
                      size="sm"
                      className="absolute! top-1 right-1 bg-paper-0!"
                      disabled={sending}
                    >
                      <Trash2 />
                    </IconButton>
                  }
                >
                  <p className="mb-3 text-sm">
                    “<bdi>{choice.title}</bdi>” goes for everybody in the workspace. Boards made from it stay.
                  </p>
                  <Button variant="danger" size="sm" onClick={() => forget(choice)}>
                    Delete the template
                  </Button>
                </Popover>
              </div>
            ))}
          </div>
          <p className="mt-3 min-h-10 text-ink-500 text-sm" aria-live="polite">
            {chosen.summary}
          </p>
        </fieldset>
      </form>
    </Dialog>
  )
}

function Choice<T extends TemplateChoice>({
  choice,
  chosen,
  onChoose,
}: {
  choice: T
  chosen: boolean
  onChoose: (choice: T) => void
}) {
  return (
    <label
      className={cx(
        'relative grid h-full content-start overflow-hidden rounded-md border bg-paper-0 has-[:focus-visible]:outline-2 has-[:focus-visible]:outline-accent has-[:focus-visible]:outline-offset-2',
        chosen ? 'border-accent ring-1 ring-accent' : 'border-line hover:border-line-strong',
      )}
    >
      <input
        type="radio"
        name="template"
        value={choice.id}
        checked={chosen}
        onChange={() => onChoose(choice)}
        className="absolute opacity-0"
      />
      <span className="toned block aspect-[16/9] bg-wall">
        {/* biome-ignore lint/performance/noImgElement: an SVG, in the address or from our own route; there is nothing to optimise. */}
        <img src={choice.picture} alt="" loading="lazy" className="size-full" />
      </span>
      <span className="px-3 py-2 text-sm leading-snug">
        <bdi className="font-semibold">{choice.id === 'blank' ? 'Blank paper' : choice.title}</bdi>
      </span>
    </label>
  )
}
