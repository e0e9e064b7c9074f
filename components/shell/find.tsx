'use client'
import { ChevronDown, ChevronUp, X } from 'lucide-react'
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react'
import { useBoard, useBoardVersion } from '#components/board/state/board-context.tsx'
import { isComposing } from '#components/ui/composing.ts'
import { IconButton } from '#components/ui/icon-button.tsx'
import { useFrame, useFrameStore } from '#components/workspace/frame-state.ts'
import { goToNote } from '#components/workspace/go-to.ts'
import { findNotes } from '#lib/board/find-text.ts'

/** Find on the board, where the browser would show its own. */
export function Find() {
  return useFrame().over === 'find' ? <FindBar /> : null
}

function FindBar() {
  const board = useBoard()
  const frame = useFrameStore()
  const version = useBoardVersion()
  const field = useRef<HTMLInputElement>(null)
  const [query, setQuery] = useState('')
  const [at, setAt] = useState(-1)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the model keeps its identity; its version says that it changed.
  const found = useMemo(() => findNotes(board.model, query), [board.model, query, version])
  useEffect(() => field.current?.focus(), [])
  const close = () => {
    frame.change({ over: null })
    document.querySelector<HTMLElement>('[data-wall] [tabindex]')?.focus()
  }
  const go = (to: number) => {
    if (found.length === 0) return
    const next = (to + found.length) % found.length
    setAt(next)
    const note = found[next]
    if (note) goToNote(board, note.id)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event)) return
    if (event.key === 'Escape') close()
    else if (event.key === 'Enter') go(event.shiftKey ? at - 1 : at + 1)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const says =
    query.trim() === '' ? '' : found.length === 0 ? 'Nothing found' : `${at < 0 ? '' : `${at + 1} of `}${found.length}`
  return (
    <search className="absolute top-3 right-16 z-20 flex w-[min(24rem,calc(100%-1.5rem))] items-center gap-1 rounded-md border border-line bg-paper-0 p-1 pl-3 shadow-pop max-sm:right-3">
      <input
        ref={field}
        type="search"
        aria-label="Find on the board"
        placeholder="Find on the board"
        dir="auto"
        value={query}
        onChange={event => {
          setQuery(event.target.value)
          setAt(-1)
        }}
        onKeyDown={onKeyDown}
        className="h-9 min-w-0 flex-1 bg-transparent text-base outline-none [&::-webkit-search-cancel-button]:hidden"
      />
      <span role="status" className="whitespace-nowrap text-ink-500 text-xs figures">
        {says}
      </span>
      <IconButton
        size="sm"
        label="Previous"
        shortcut="Shift+Enter"
        disabled={found.length === 0}
        onClick={() => go(at - 1)}
      >
        <ChevronUp />
      </IconButton>
      <IconButton size="sm" label="Next" shortcut="Enter" disabled={found.length === 0} onClick={() => go(at + 1)}>
        <ChevronDown />
      </IconButton>
      <IconButton size="sm" label="Close" shortcut="Esc" onClick={close}>
        <X />
      </IconButton>
    </search>
  )
}
