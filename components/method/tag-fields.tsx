'use client'
import { X } from 'lucide-react'
import { useId, useState } from 'react'
import { useBoard } from '#components/board/state/board-context.tsx'
import { mayAll } from '#components/board/state/board-state.ts'
import { Button } from '#components/ui/button.tsx'
import { Input } from '#components/ui/input.tsx'
import { addTags, readTags, removeTag, tagLength, tagsOn } from '#lib/board/commands/tags.ts'
import { limits } from '#lib/board/fields.ts'
import type { Note } from '#lib/board/snapshot.ts'

/** The tags of notes: what they carry, and one more, with those already on the wall proposed. */
export function TagFields({ notes }: { notes: readonly Note[] }) {
  const board = useBoard()
  const id = useId()
  const [text, setText] = useState('')
  const may = mayAll(
    board,
    'note.edit',
    notes.map(note => note.id),
  )
  const full = notes.every(note => note.tags.length >= limits.tags)
  const carried = Map.groupBy(
    notes.flatMap(note => note.tags),
    tag => tag,
  )
  const onAll = (tag: string) => carried.get(tag)?.length === notes.length
  const add = () => {
    const tags = readTags(text)
    if (tags.length === 0 || !may.ok) return
    addTags(board.writer, notes, tags)
    board.announce(`Tagged: ${tags.join(', ')}`)
    setText('')
  }
  return (
    <>
      {carried.size > 0 && (
        <ul aria-label="Tags" className="flex flex-wrap gap-1.5">
          {[...carried].map(([tag, { length }]) => (
            <li
              key={tag}
              className="inline-flex max-w-full items-center rounded-sm bg-paper-200 pl-2 text-ink-700 text-sm"
            >
              <bdi className="truncate">{tag}</bdi>
              {!onAll(tag) && <span className="ml-1 text-xs figures">{`${length} of ${notes.length}`}</span>}
              <button
                type="button"
                aria-label={`Take the tag ${tag} off`}
                disabled={!may.ok}
                title={may.ok ? undefined : may.reason}
                onClick={() => removeTag(board.writer, notes, tag)}
                className="grid size-7 shrink-0 place-items-center rounded-sm hover:bg-ink-900/10 disabled:opacity-40 touch:size-11"
              >
                <X aria-hidden className="size-3.5" />
              </button>
            </li>
          ))}
        </ul>
      )}
      <form
        className="flex gap-2"
        onSubmit={event => {
          event.preventDefault()
          add()
        }}
      >
        <Input
          aria-label="New tag"
          placeholder={may.ok ? (full ? `A note has at most ${limits.tags} tags` : 'quality, waiting') : may.reason}
          list={id}
          dir="auto"
          value={text}
          maxLength={tagLength * 3}
          disabled={!may.ok || full}
          onChange={event => setText(event.target.value)}
          className="min-w-0 flex-1"
        />
        <datalist id={id}>
          {[...tagsOn(board.model).keys()]
            .filter(tag => !onAll(tag))
            .map(tag => (
              <option key={tag} value={tag} />
            ))}
        </datalist>
        <Button type="submit" disabled={!may.ok || full || text.trim() === ''}>
          Tag it
        </Button>
      </form>
    </>
  )
}
