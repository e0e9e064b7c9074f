'use client'
import { type FormEvent, useState } from 'react'
import { useBoard, useMay } from '#components/board/state/board-context.tsx'
import { useCollab, useRoster } from '#components/collab/collab-context.tsx'
import { askServer } from '#components/ui/ask-server.ts'
import { leaveOnEscape } from '#components/ui/leave-field.ts'
import { limits } from '#lib/board/fields.ts'

/** The board's name; a click edits it if the person may rename the board. */
export function BoardTitle() {
  const title = useRoster().board?.title ?? ''
  const mayRename = useMay('board.rename')
  const [writing, setWriting] = useState(false)
  if (writing) return <TitleField title={title} onDone={() => setWriting(false)} />
  return (
    <h1 className="min-w-0 text-base">
      {mayRename.ok ? (
        <button
          type="button"
          dir="auto"
          title={`${title}: rename the board`}
          onClick={() => setWriting(true)}
          className="block max-w-full truncate rounded-sm px-1.5 py-0.5 hover:bg-ink-900/5"
        >
          {title}
        </button>
      ) : (
        <bdi dir="auto" title={title} className="block truncate px-1.5">
          {title}
        </bdi>
      )}
    </h1>
  )
}

function TitleField({ title, onDone }: { title: string; onDone: () => void }) {
  const { boardId } = useCollab()
  const { tell } = useBoard()
  const [text, setText] = useState(title)
  const save = async (event?: FormEvent) => {
    event?.preventDefault()
    onDone()
    const next = text.trim()
    if (next === '' || next === title) return
    const answer = await askServer('PATCH /api/boards/[boardId]', { boardId }, { title: next })
    if (!answer.ok) tell(answer.message)
  }
  return (
    <form onSubmit={save} className="min-w-0 flex-1">
      <input
        // biome-ignore lint/a11y/noAutofocus: the person pressed the title to write in it.
        autoFocus
        aria-label="Name of the board"
        dir="auto"
        value={text}
        maxLength={limits.name}
        onChange={event => setText(event.target.value)}
        onFocus={event => event.target.select()}
        onBlur={() => void save()}
        onKeyDown={event => leaveOnEscape(event)}
        className="w-full rounded-sm border border-line-strong bg-paper-0 px-1.5 py-0.5 font-title text-base"
      />
    </form>
  )
}
