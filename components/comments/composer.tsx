'use client'
import { cx } from 'class-variance-authority'
import { type KeyboardEvent, useId, useRef, useState } from 'react'
import { useRoster } from '#components/collab/collab-context.tsx'
import { Button } from '#components/ui/button.tsx'
import { isComposing } from '#components/ui/composing.ts'
import { Textarea } from '#components/ui/input.tsx'
import { limits } from '#lib/board/fields.ts'
import { mentionAt, mentionedIn, namesFor } from '#lib/board/threads.ts'

/** Names offered at once. */
const most = 6

/** A field for a comment: @ offers the people of the board, Ctrl or Cmd with Enter sends. */
export function Composer({
  label,
  action,
  initial = '',
  mentioned = [],
  refusal,
  field,
  onSend,
  onCancel,
}: {
  label: string
  action: string
  initial?: string
  /** Who is mentioned in the initial text, by id. */
  mentioned?: readonly string[]
  refusal: string | null
  field?: React.RefObject<HTMLTextAreaElement | null>
  onSend: (text: string, mentions: readonly string[]) => void
  onCancel?: () => void
}) {
  const id = useId()
  const own = useRef<HTMLTextAreaElement>(null)
  const ref = field ?? own
  const { people } = useRoster()
  const [text, setText] = useState(initial)
  const [at, setAt] = useState<{ from: number; query: string } | null>(null)
  const [chosen, setChosen] = useState(0)
  const meant = useRef(new Set(mentioned))
  const offered = at ? namesFor(at.query, [...people.values()]).slice(0, most) : []
  const listed = offered.length > 0
  const put = ({ id: personId, name }: { id: string; name: string }) => {
    if (!at) return
    // Of two with one name, the one chosen last.
    for (const person of people.values()) if (person.name === name) meant.current.delete(person.id)
    meant.current.add(personId)
    const caret = ref.current?.selectionStart ?? text.length
    const before = `${text.slice(0, at.from)}@${name} `
    setText(before + text.slice(caret))
    setAt(null)
    requestAnimationFrame(() => {
      ref.current?.focus()
      ref.current?.setSelectionRange(before.length, before.length)
    })
  }
  const send = () => {
    const said = text.trim()
    if (said === '' || refusal !== null) return
    onSend(said, mentionedIn(said, people.values(), meant.current))
    meant.current.clear()
    setText('')
    setAt(null)
  }
  const keys = (event: KeyboardEvent) => {
    if (isComposing(event)) return
    const picked = offered[chosen]
    if (listed && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      event.preventDefault()
      setChosen((chosen + (event.key === 'ArrowDown' ? 1 : offered.length - 1)) % offered.length)
    } else if (picked && (event.key === 'Enter' || event.key === 'Tab')) {
      event.preventDefault()
      put(picked)
    } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      send()
    } else if (event.key === 'Escape') {
      if (!listed && !onCancel) return
      event.stopPropagation()
      if (listed) setAt(null)
      else if (text.trim() === '') onCancel?.()
      else send()
    }
  }
  const follow = (value: string, caret: number) => {
    setAt(mentionAt(value, caret))
    setChosen(0)
  }
  return (
    <form
      className="relative grid gap-2"
      onSubmit={event => {
        event.preventDefault()
        send()
      }}
    >
      <Textarea
        ref={ref}
        rows={1}
        value={text}
        maxLength={limits.text}
        disabled={refusal !== null}
        title={refusal ?? undefined}
        placeholder={refusal ?? 'Write; @ mentions somebody'}
        aria-label={label}
        aria-haspopup="listbox"
        aria-controls={`${id}-people`}
        aria-autocomplete="list"
        {...(listed ? { 'aria-activedescendant': `${id}-${chosen}` } : {})}
        onChange={event => {
          setText(event.target.value)
          follow(event.target.value, event.target.selectionStart)
        }}
        onKeyDown={keys}
        onBlur={() => setAt(null)}
        className="min-h-11! text-sm!"
      />
      <div
        id={`${id}-people`}
        role="listbox"
        aria-label="People to mention"
        hidden={!listed}
        className="absolute inset-x-0 top-full z-20 -mt-11 max-h-56 overflow-y-auto rounded-md border border-line bg-paper-0 p-1 shadow-pop"
      >
        {offered.map((person, index) => (
          <div
            key={person.id}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === chosen}
            tabIndex={-1}
            onPointerDown={event => {
              // The field keeps the focus, and its keys.
              event.preventDefault()
              put(person)
            }}
            className={cx(
              'flex min-h-9 items-center gap-2 rounded-sm px-2 text-sm touch:min-h-11',
              index === chosen && 'bg-accent-soft text-accent-strong',
            )}
          >
            <span aria-hidden className="size-3 rounded-full" style={{ backgroundColor: person.colour }} />
            <bdi className="flex-1">{person.name}</bdi>
            {person.here && <span className="text-ink-500 text-xs">here</span>}
          </div>
        ))}
      </div>
      <div className="flex justify-end gap-2">
        {onCancel && (
          <Button size="sm" variant="ghost" onClick={onCancel}>
            Cancel
          </Button>
        )}
        <Button size="sm" variant="primary" type="submit" disabled={refusal !== null || text.trim() === ''}>
          {action}
        </Button>
      </div>
    </form>
  )
}
