'use client'
import { useId, useState } from 'react'
import { useBoard, useLanes } from '#components/board/state/board-context.tsx'
import { Select } from '#components/ui/input.tsx'
import { useStore } from '#components/ui/store.ts'
import { addNotes } from '#lib/board/commands/notes.ts'
import { putOnWall } from '#lib/board/commands/pad.ts'
import { currentItem } from '#lib/facilitation/stage.ts'
import { isCustomer } from '#lib/method/customer-lane.ts'
import { type NoteKindId, noteKinds } from '#lib/notes/kinds/index.ts'
import { useStage } from '../state/use-stage.ts'
import { NoteComposer } from './note-composer.tsx'

/** Adds notes that everybody may see at once: onto the wall, or into the inbox where that is required. */
export function OpenComposer({ large = false }: { large?: boolean }) {
  const board = useBoard()
  const stage = useStage()
  const { inbox } = stage
  const { role, phase } = useStore(board.access)
  const all = useLanes()
  // In the customer's lane only: nothing is written elsewhere.
  const onlyCustomer = currentItem(stage)?.view === 'customer-lane'
  const lanes = onlyCustomer ? all.filter(isCustomer) : all
  const whereId = useId()
  const [chosen, setLane] = useState<string | null>(null)
  const lane = chosen ?? (onlyCustomer ? (lanes[0]?.id ?? null) : null)
  const toInbox = inbox && role === 'contributor'
  const facts = { own: true, locked: false, place: toInbox ? 'inbox' : 'wall' } as const
  const kinds = noteKinds.filter(({ id }) => board.may('note.add', { ...facts, kind: id }).ok)
  const may = kinds.length > 0 ? ({ ok: true } as const) : board.may('note.add', { ...facts, kind: 'plain' })
  const add = role === 'facilitator' ? 'all' : phase.rights.add
  const put = (kind: NoteKindId, texts: readonly string[]) => {
    const to = lanes.some(one => one.id === lane) ? lane : null
    if (toInbox)
      addNotes(
        board.writer,
        board.model,
        texts.map(text => ({ kind, text, x: 0, y: 0, fields: { place: 'inbox' } })),
      )
    else putOnWall(board.writer, board.model, { kind, texts, lane: to, near: board.viewport.visible })
    const where = toInbox ? 'in the inbox' : 'on the wall'
    board.announce(texts.length === 1 ? `The note is ${where}.` : `${texts.length} notes are ${where}.`)
  }
  if (!may.ok) return <p className="p-4 text-ink-500 text-sm">{may.reason}</p>
  return (
    <NoteComposer
      name={toInbox ? 'New note for the inbox' : 'New note'}
      button={toInbox ? 'Add' : 'Put on the wall'}
      kinds={kinds}
      // The first kind of the activity is its subject; without one, a note in a lane is a step.
      first={add !== 'all' ? add[0] : lane === null || toInbox ? 'plain' : 'step'}
      refusal={null}
      large={large}
      onPut={put}
    >
      {large && !toInbox && lanes.length > 0 && (
        <label htmlFor={whereId} className="grid grid-cols-[auto_1fr] items-center gap-3 text-ink-700 text-sm">
          Where
          <Select id={whereId} value={lane ?? ''} onChange={event => setLane(event.target.value || null)}>
            {!onlyCustomer && <option value="">Open paper</option>}
            {lanes.map(({ id, name }) => (
              <option key={id} value={id}>
                {name || 'Lane without a name'}
              </option>
            ))}
          </Select>
        </label>
      )}
    </NoteComposer>
  )
}
