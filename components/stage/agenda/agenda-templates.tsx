'use client'
import { ChevronDown, LayoutTemplate, Save, Trash2 } from 'lucide-react'
import { type FormEvent, useCallback, useEffect, useState } from 'react'
import { useCollab } from '#components/collab/collab-context.tsx'
import { newEntityId } from '#components/collab/new-id.ts'
import { askServer } from '#components/ui/ask-server.ts'
import { Button } from '#components/ui/button.tsx'
import { IconButton } from '#components/ui/icon-button.tsx'
import { Input } from '#components/ui/input.tsx'
import { Popover } from '#components/ui/popover.tsx'
import { toast } from '#components/ui/toast.tsx'
import { agendaOf, readyAgendas } from '#lib/facilitation/agendas.ts'
import type { AgendaItem } from '#lib/facilitation/define.ts'
import { damagedWords, durationWords, freshItems, minutesOf } from '#lib/facilitation/edit-agenda.ts'
import type { KeptAgenda } from '#lib/protocol/routes/workspaces.ts'
import { useAsk } from '../state/ask.ts'
import { useStage } from '../state/use-stage.ts'

/** Replaces the agenda by a ready-made one or one of the workspace, and saves this one under a name. */
export function AgendaTemplates() {
  const { boardId } = useCollab()
  const [kept, setKept] = useState<readonly KeptAgenda[]>([])
  const read = useCallback(async () => {
    const answer = await askServer('GET /api/boards/[boardId]/agendas', { boardId })
    if (answer.ok) setKept(answer.agendas)
  }, [boardId])
  useEffect(() => void read(), [read])
  return (
    <div className="flex flex-wrap gap-2">
      <TakeOver kept={kept} onChange={() => void read()} />
      <Keep onKept={() => void read()} />
    </div>
  )
}

function TakeOver({ kept, onChange }: { kept: readonly KeptAgenda[]; onChange: () => void }) {
  const { boardId } = useCollab()
  const { agenda } = useStage()
  const ask = useAsk()
  const [open, setOpen] = useState(false)
  const take = async (items: AgendaItem[]) => {
    setOpen(false)
    if (!(await ask('agenda.set', { items })) || agenda.length === 0) return
    toast({
      text: 'The agenda is another one now.',
      action: { label: 'Undo', perform: () => void ask('agenda.set', { items: agenda }) },
    })
  }
  const forget = async (id: string) => {
    const answer = await askServer('DELETE /api/boards/[boardId]/agendas/[itemId]', { boardId, itemId: id })
    if (answer.ok) onChange()
    else toast({ text: answer.message, tone: 'danger' })
  }
  return (
    <Popover
      label="Ready agendas"
      align="start"
      open={open}
      onOpenChange={setOpen}
      className="w-80 p-1.5!"
      trigger={
        <Button size="sm">
          <LayoutTemplate aria-hidden />
          Use a ready agenda
          <ChevronDown aria-hidden />
        </Button>
      }
    >
      <h3 className="px-2 pt-1 pb-1 font-ui text-ink-500 text-xs">Ready-made</h3>
      <ul>
        {readyAgendas.map(ready => {
          const items = agendaOf(ready.id, newEntityId) ?? []
          return (
            <Choice
              key={ready.id}
              name={ready.name}
              describes={ready.describes}
              items={items}
              onTake={() => void take(items)}
            />
          )
        })}
      </ul>
      {kept.length > 0 && (
        <>
          <h3 className="border-line border-t px-2 pt-2 pb-1 font-ui text-ink-500 text-xs">Of your workspace</h3>
          <ul>
            {kept.map(one => (
              <Choice
                key={one.id}
                name={one.name}
                describes={damagedWords(one.damaged)}
                items={one.items}
                onTake={() => void take(freshItems(one.items, newEntityId))}
                onForget={() => void forget(one.id)}
              />
            ))}
          </ul>
        </>
      )}
    </Popover>
  )
}

function Choice(props: {
  name: string
  describes?: string
  items: AgendaItem[]
  onTake: () => void
  onForget?: () => void
}) {
  const { name, describes, items, onTake, onForget } = props
  return (
    <li className="flex items-center">
      <button
        type="button"
        onClick={onTake}
        className="min-w-0 flex-1 rounded-sm px-2 py-1.5 text-left hover:bg-paper-100"
      >
        <span className="flex gap-2">
          <bdi className="flex-1 truncate font-semibold">{name}</bdi>
          <span className="text-ink-500 text-xs figures">{durationWords(minutesOf(items))}</span>
        </span>
        <span className="block text-ink-500 text-xs">{describes || `${items.length} activities`}</span>
      </button>
      {onForget && (
        <IconButton label={`Forget ${name}`} size="sm" onClick={onForget}>
          <Trash2 />
        </IconButton>
      )}
    </li>
  )
}

function Keep({ onKept }: { onKept: () => void }) {
  const { boardId } = useCollab()
  const { agenda } = useStage()
  const [open, setOpen] = useState(false)
  const [name, setName] = useState('')
  if (agenda.length === 0) return null
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const answer = await askServer('POST /api/boards/[boardId]/agendas', { boardId }, { name, items: agenda })
    if (!answer.ok) return void toast({ text: answer.message, tone: 'danger' })
    setOpen(false)
    setName('')
    toast({ text: `“${name.trim()}” is kept for your workspace.` })
    onKept()
  }
  return (
    <Popover
      label="Keep this agenda"
      align="start"
      open={open}
      onOpenChange={setOpen}
      className="w-72"
      trigger={
        <Button size="sm" variant="ghost">
          <Save aria-hidden />
          Keep for later
        </Button>
      }
    >
      <form onSubmit={submit} className="grid gap-2">
        <label htmlFor="agenda-name" className="font-semibold text-ink-700 text-sm">
          Name of the agenda
        </label>
        <Input
          id="agenda-name"
          value={name}
          maxLength={80}
          onChange={event => setName(event.target.value)}
          placeholder="Our half day"
        />
        <p className="text-ink-500 text-xs">Everybody who facilitates in your workspace can take it over.</p>
        <Button type="submit" variant="primary" size="sm" disabled={name.trim() === ''}>
          Keep
        </Button>
      </form>
    </Popover>
  )
}
