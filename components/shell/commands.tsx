'use client'
import { Command } from 'cmdk'
import { Dialog as Radix } from 'radix-ui'
import { type ReactNode, useState } from 'react'
import { intoLanes } from '#components/board/actions/move.ts'
import { useBoard } from '#components/board/state/board-context.tsx'
import { useRoster } from '#components/collab/collab-context.tsx'
import { Kbd } from '#components/ui/kbd.tsx'
import { type Action, applies, searchWords } from '#components/workspace/action.ts'
import { useOffer, useWorkspace } from '#components/workspace/action-controls.tsx'
import { useFollow } from '#components/workspace/following.tsx'
import { useFrame, useFrameStore } from '#components/workspace/frame-state.ts'
import { goToNote } from '#components/workspace/go-to.ts'
import { findNotes } from '#lib/board/find-text.ts'
import { noteKind } from '#lib/notes/kinds/index.ts'
import { papers } from '#lib/notes/papers.ts'
import { offered } from './all-actions.ts'
import { usefulNow } from './useful-now.ts'

/** Everything that can be done and everything that is there, by its name. */
export function CommandPalette() {
  const { over } = useFrame()
  const frame = useFrameStore()
  return (
    <Radix.Root open={over === 'commands'} onOpenChange={open => frame.change({ over: open ? 'commands' : null })}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 animate-fade bg-black/30" />
        <Radix.Content
          aria-describedby={undefined}
          className="-translate-x-1/2 fixed top-[12dvh] left-1/2 z-40 w-[min(36rem,calc(100vw-1.5rem))] animate-rise overflow-hidden rounded-lg bg-paper-0 text-ink-900 shadow-pop"
        >
          <Radix.Title className="sr-only">Find an action, a note or a person</Radix.Title>
          <Palette onDone={() => frame.change({ over: null })} />
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}

/** Notes listed at once; a more exact word brings the others. */
const most = 20

function Palette({ onDone }: { onDone: () => void }) {
  const board = useBoard()
  const roster = useRoster()
  const follow = useFollow()
  const [query, setQuery] = useState('')
  const notes = query.trim().length < 2 ? [] : findNotes(board.model, query).slice(0, most)
  const people = [...roster.people.values()].filter(person => person.here && person.id !== roster.you?.personId)
  const around = useWorkspace()
  const first = query.trim() === '' ? usefulNow(board, around) : []
  const run = (perform: () => void) => () => {
    onDone()
    perform()
  }
  return (
    <Command label="Actions, notes and people" loop>
      <Command.Input
        value={query}
        onValueChange={setQuery}
        placeholder="What would you like to do?"
        className="h-13 w-full border-line border-b bg-transparent px-4 text-base outline-none"
      />
      <Command.List className="max-h-[55dvh] overflow-y-auto p-1.5">
        <Command.Empty className="px-3 py-6 text-center text-ink-500 text-sm">
          Nothing by that name. Try another word.
        </Command.Empty>
        {first.length > 0 && (
          <Group heading="Useful now">
            {first.map(action => (
              <ActionRow key={action.id} id={`now-${action.id}`} action={action} onDone={onDone} />
            ))}
          </Group>
        )}
        <Group heading="Actions">
          {offered.map(action => (
            <ActionRow key={action.id} action={action} onDone={onDone} />
          ))}
          {intoLanes(board).map(action => (
            <ActionRow key={action.id} id={action.id} action={action} onDone={onDone} />
          ))}
        </Group>
        {people.length > 0 && (
          <Group heading="People">
            {people.map(person => (
              <Item
                key={person.id}
                id={person.id}
                value={`Follow ${person.name}`}
                onSelect={run(() => follow.toggle(person.id))}
              />
            ))}
          </Group>
        )}
        {notes.length > 0 && (
          <Group heading="Notes">
            {notes.map(note => (
              <Item
                key={note.id}
                id={note.id}
                value={note.text || noteKind(note.kind).label}
                keywords={[query]}
                swatch={papers[note.colour ?? noteKind(note.kind).paper].fill}
                onSelect={run(() => goToNote(board, note.id))}
              />
            ))}
          </Group>
        )}
      </Command.List>
    </Command>
  )
}

/** An action under its name now, found by its other words too; nothing where it does not concern what is selected. */
function ActionRow({ action, id, onDone }: { action: Action; id?: string; onDone: () => void }) {
  const board = useBoard()
  const around = useWorkspace()
  const { label, icon: Icon, keys, reason } = useOffer(action)
  if (!applies(action, board, around)) return null
  return (
    <Item
      {...(id ? { id } : {})}
      value={label}
      keys={keys}
      keywords={searchWords(action, board, around)}
      icon={<Icon className="size-4 shrink-0 text-ink-500" />}
      {...(reason === null ? {} : { refused: reason })}
      onSelect={() => {
        onDone()
        action.perform(board, around)
      }}
    />
  )
}

const Group = ({ heading, children }: { heading: string; children: ReactNode }) => (
  <Command.Group
    heading={heading}
    className="[&_[cmdk-group-heading]]:px-2.5 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-ink-500 [&_[cmdk-group-heading]]:text-xs"
  >
    {children}
  </Command.Group>
)

function Item(props: {
  value: string
  /** Where two items may have the same words. */
  id?: string
  keys?: string | undefined
  keywords?: string[]
  swatch?: string
  icon?: ReactNode
  refused?: string
  onSelect: () => void
}) {
  const { value, id, keys, keywords, swatch, icon, refused, onSelect } = props
  return (
    <Command.Item
      value={id ? `${value} ${id}` : value}
      {...(keywords ? { keywords } : {})}
      disabled={refused !== undefined}
      onSelect={onSelect}
      className="flex min-h-9 cursor-default items-center gap-2.5 rounded-sm px-2.5 text-sm data-[selected=true]:bg-paper-100 data-[disabled=true]:text-ink-500 touch:min-h-11"
    >
      {icon}
      {swatch && (
        <span
          aria-hidden
          className="size-3.5 shrink-0 rounded-note border border-line"
          style={{ backgroundColor: swatch }}
        />
      )}
      <bdi className="min-w-0 flex-1 truncate">{value}</bdi>
      {refused && <span className="truncate text-xs">{refused}</span>}
      {keys && <Kbd keys={keys} />}
    </Command.Item>
  )
}
