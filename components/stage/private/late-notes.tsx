'use client'
import { Copy, X } from 'lucide-react'
import { Button } from '#components/ui/button.tsx'
import { copyText } from '#components/ui/copy-text.ts'
import { IconButton } from '#components/ui/icon-button.tsx'
import { useLostNotes } from './own-round.tsx'

/** Private notes that came after the reveal, when no further round accepts them: to copy, or to discard. */
export function LateNotes() {
  const { lost: notes, letGo: onDone } = useLostNotes()
  if (notes.length === 0) return null
  const copy = () => void copyText(notes.map(note => note.text).join('\n'))
  return (
    <section
      data-float
      aria-label="Private notes that came too late"
      className="pointer-events-auto mx-auto grid w-[calc(100%-1.5rem)] max-w-md shrink-0 gap-2 rounded-md border border-warn bg-paper-0 p-3 shadow-pop"
    >
      <header className="flex items-start gap-2">
        <p role="alert" className="flex-1 text-sm">
          <strong>{notes.length === 1 ? 'One private note' : `${notes.length} private notes`} came too late</strong> and
          only you have {notes.length === 1 ? 'it' : 'them'}.
        </p>
        <IconButton label="Let them go" size="sm" onClick={onDone}>
          <X />
        </IconButton>
      </header>
      <ul className="grid max-h-40 gap-1 overflow-y-auto">
        {notes.map((note, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes its order.
          <li key={at} className="font-note text-base" dir="auto">
            {note.text}
          </li>
        ))}
      </ul>
      <Button size="sm" className="justify-self-end" onClick={copy}>
        <Copy aria-hidden />
        Copy the texts
      </Button>
    </section>
  )
}
