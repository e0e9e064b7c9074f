'use client'
import { type FormEvent, useEffect, useState } from 'react'
import { newEntityId } from '#components/collab/new-id.ts'
import { askServer } from '#components/ui/ask-server.ts'
import { Button } from '#components/ui/button.tsx'
import { Field } from '#components/ui/field.tsx'
import { Input, Select } from '#components/ui/input.tsx'
import { Switch } from '#components/ui/switch.tsx'
import { agendaOf, readyAgendas } from '#lib/facilitation/agendas.ts'
import { durationWords, freshItems, minutesOf } from '#lib/facilitation/edit-agenda.ts'
import type { KeptAgenda } from '#lib/protocol/routes/workspaces.ts'

const onBoard = 'board'

/** Plans a session, or opens it at once: a title, a time, an agenda, a lobby. */
export function PlanForm({ boardId, onDone }: { boardId: string; onDone: () => void }) {
  const [title, setTitle] = useState('Workshop')
  const [time, setTime] = useState('')
  const [choice, setChoice] = useState<string>(onBoard)
  const [lobby, setLobby] = useState(false)
  const [kept, setKept] = useState<readonly KeptAgenda[]>([])
  const [problem, setProblem] = useState<string | null>(null)
  const [asking, setAsking] = useState(false)
  useEffect(() => {
    void askServer('GET /api/boards/[boardId]/agendas', { boardId }).then(
      answer => answer.ok && setKept(answer.agendas),
    )
  }, [boardId])
  const plan = async (open: boolean) => {
    const own = kept.find(one => one.id === choice)
    const agenda = own ? freshItems(own.items, newEntityId) : agendaOf(choice, newEntityId)
    setAsking(true)
    const answer = await askServer(
      'POST /api/boards/[boardId]/sessions',
      { boardId },
      {
        title,
        lobby,
        open,
        ...(time && !open ? { plannedFor: new Date(time).getTime() } : {}),
        ...(agenda ? { agenda } : {}),
      },
    )
    setAsking(false)
    if (answer.ok) onDone()
    else setProblem(answer.message)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void plan(time === '')
  }
  return (
    <form onSubmit={submit} className="grid gap-4">
      <Field label="Title" error={problem}>
        <Input value={title} maxLength={120} onChange={event => setTitle(event.target.value)} />
      </Field>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label="When" hint="Leave it empty to open it now.">
          <Input type="datetime-local" value={time} onChange={event => setTime(event.target.value)} />
        </Field>
        <Field label="Agenda" hint="You can change it at any time.">
          <Select value={choice} onChange={event => setChoice(event.target.value)}>
            <option value={onBoard}>As it is on the board</option>
            <optgroup label="Ready-made">
              {readyAgendas.map(({ id, name, items }) => (
                <option key={id} value={id}>
                  {name} ({durationWords(items.reduce((sum, [, minutes]) => sum + minutes, 0))})
                </option>
              ))}
            </optgroup>
            {kept.length > 0 && (
              <optgroup label="Of your workspace">
                {kept.map(one => (
                  <option key={one.id} value={one.id}>
                    {one.name} ({durationWords(minutesOf(one.items))})
                  </option>
                ))}
              </optgroup>
            )}
          </Select>
        </Field>
      </div>
      <Switch
        label="Hold newcomers in the lobby"
        hint="They wait until you let them in."
        checked={lobby}
        onCheckedChange={setLobby}
      />
      <div className="flex justify-end gap-2">
        <Button type="submit" variant="primary" disabled={asking || title.trim() === ''}>
          {time === '' ? 'Open now' : 'Plan the session'}
        </Button>
      </div>
    </form>
  )
}
