'use client'
import { RotateCcw } from 'lucide-react'
import { type KeyboardEvent, useState } from 'react'
import { useBoard } from '#components/board/state/board-context.tsx'
import { Button } from '#components/ui/button.tsx'
import { isComposing } from '#components/ui/composing.ts'
import { IconButton } from '#components/ui/icon-button.tsx'
import { Input } from '#components/ui/input.tsx'
import { Kbd } from '#components/ui/kbd.tsx'
import { useStore } from '#components/ui/store.ts'
import { Switch } from '#components/ui/switch.tsx'
import { type Action, type ActionGroup, actionGroups, lookOf, searchWords } from '#components/workspace/action.ts'
import { useWorkspace } from '#components/workspace/action-controls.tsx'
import { keyChoices, keysOf, namesOf } from '#components/workspace/keymap.ts'
import { allActions } from '../all-actions.ts'

const headings: Record<ActionGroup, string> = {
  tools: 'Tools',
  edit: 'Edit',
  write: 'Write',
  flow: 'Along the flow',
  arrange: 'Arrange',
  look: 'Look of a note',
  move: 'Move and walk',
  lanes: 'Lanes',
  view: 'See',
  frame: 'Around the wall',
}

/** All keys, by what they do; each can be found, changed or switched off. */
export function Keys() {
  const { letters, custom } = useStore(keyChoices)
  const board = useBoard()
  const around = useWorkspace()
  const [query, setQuery] = useState('')
  const asked = query.trim().toLowerCase()
  const isAsked = (action: Action) =>
    [...searchWords(action, board, around), ...keysOf(action)].some(words => words.toLowerCase().includes(asked))
  return (
    <div className="grid gap-5">
      <Input
        type="search"
        aria-label="Find a key"
        placeholder="Find a key by what it does"
        value={query}
        onChange={event => setQuery(event.target.value)}
      />
      <div className="flex flex-wrap items-center justify-between gap-4">
        <Switch
          label="Single letters"
          hint="Switch them off if you dictate or press keys by accident. Press a key’s button to change it; keys rest while you write."
          checked={letters}
          onCheckedChange={on => keyChoices.change({ letters: on })}
        />
        {Object.keys(custom).length > 0 && (
          <Button size="sm" onClick={() => keyChoices.change({ custom: {} })}>
            <RotateCcw aria-hidden />
            All keys as usual
          </Button>
        )}
      </div>
      <div className="gap-8 sm:columns-2 lg:columns-3">
        {actionGroups.map(group => {
          const keyed = allActions.filter(
            one => one.group === group && (one.shortcuts?.length || custom[one.id]) && isAsked(one),
          )
          if (keyed.length === 0) return null
          return (
            <section key={group} className="mb-5 break-inside-avoid">
              <h3 className="mb-1 text-base">{headings[group]}</h3>
              <ul>
                {keyed.map(one => (
                  <Row key={one.id} action={one} />
                ))}
              </ul>
            </section>
          )
        })}
      </div>
    </div>
  )
}

function Row({ action }: { action: Action }) {
  const board = useBoard()
  const around = useWorkspace()
  const name = (one: Action) => lookOf(one, board, around).label
  const label = name(action)
  const { custom } = useStore(keyChoices)
  const [asking, setAsking] = useState(false)
  const [taken, setTaken] = useState<string | null>(null)
  const keys = keysOf(action)
  const put = (next: readonly string[]) => keyChoices.change({ custom: { ...custom, [action.id]: next } })
  const usual = () => {
    const { [action.id]: _, ...rest } = custom
    keyChoices.change({ custom: rest })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (!asking || isComposing(event)) return
    event.preventDefault()
    event.stopPropagation()
    if (event.key === 'Escape') return setAsking(false)
    if (event.key === 'Backspace' || event.key === 'Delete') {
      put([])
      return setAsking(false)
    }
    const pressed = namesOf(event.nativeEvent)[0]
    if (pressed === undefined) return
    const shared = action.shortcuts?.includes(pressed) ?? false
    const other = shared ? undefined : allActions.find(one => one.id !== action.id && keysOf(one).includes(pressed))
    if (other) return setTaken(`${pressed} is ${name(other)}`)
    put([pressed])
    setTaken(null)
    setAsking(false)
  }
  return (
    <li className="flex min-h-8 items-center gap-2 text-sm">
      <span className="min-w-0 flex-1">{label}</span>
      {custom[action.id] && (
        <IconButton size="sm" label={`${label}: the usual key`} onClick={usual}>
          <RotateCcw />
        </IconButton>
      )}
      {action.native ? (
        <span className="px-1.5">{keys[0] && <Kbd keys={keys[0]} />}</span>
      ) : (
        <button
          type="button"
          aria-label={`Key for ${label}: ${keys.join(' or ') || 'none'}. ${asking ? 'Press the new key, Delete for none.' : 'Change'}`}
          onClick={() => setAsking(true)}
          onBlur={() => {
            setAsking(false)
            setTaken(null)
          }}
          onKeyDown={onKeyDown}
          className="inline-flex flex-wrap justify-end gap-1.5 rounded-sm px-1.5 py-1 text-ink-500 text-xs hover:bg-ink-900/5 aria-pressed:bg-accent-soft"
          aria-pressed={asking}
        >
          {asking
            ? (taken ?? 'Press a key')
            : keys.length === 0
              ? 'none'
              : keys.map(key => <Kbd key={key} keys={key} />)}
        </button>
      )}
    </li>
  )
}
