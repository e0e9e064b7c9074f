'use client'
import { EyeOff, Lock, PencilLine } from 'lucide-react'
import { useState } from 'react'
import { BoardStateContext, useBoard, useBoardVersion, useMay } from '#components/board/state/board-context.tsx'
import { factsOf } from '#components/board/state/board-state.ts'
import { statusWords } from '#components/collab/status.ts'
import { Button } from '#components/ui/button.tsx'
import { useStore, useStorePart } from '#components/ui/store.ts'
import { addNotes } from '#lib/board/commands/notes.ts'
import { notesOf } from '#lib/board/commands/pad.ts'
import { readRound } from '#lib/facilitation/drafts.ts'
import { type NoteKindId, noteKinds } from '#lib/notes/kinds/index.ts'
import { NoteComposer } from '../composer/note-composer.tsx'
import { type OwnRound, useOwnRound } from './own-round.tsx'
import { OwnNotes } from './parts.tsx'
import { PrivateReveal } from './reveal.tsx'

/** One's private notes while a round is private; after its reveal, what of it is one's own on the wall. */
export function PrivatePad() {
  const own = useOwnRound()
  const wall = useBoard()
  if (!own) return <p className="animate-late p-4 text-ink-500 text-sm">Your private notes are being fetched.</p>
  return (
    <BoardStateContext value={own.draft}>
      <Pad key={own.round} {...own} wall={wall} />
    </BoardStateContext>
  )
}

function Pad({ collab, round, wall }: OwnRound & { wall: ReturnType<typeof useBoard> }) {
  const draft = useBoard()
  useBoardVersion()
  const may = useMay('draft.write')
  const { anonymous, times } = readRound(round) ?? { anonymous: false, times: 0 }
  const words = statusWords(useStore(collab.status))
  const notes = [...draft.model.notes.values()].sort((a, b) => (a.z < b.z ? -1 : 1))
  // After a reveal the next private note is a choice of its own.
  const [writing, setWriting] = useState(times === 0)
  return (
    <section aria-label="Private notes" className="flex min-h-full flex-col">
      <header className="flex items-center gap-2 bg-ink-900 px-3 py-2 text-paper-0">
        <Lock aria-hidden className="size-4 shrink-0" />
        <h2 className="min-w-0 flex-1 font-semibold font-ui text-sm tracking-normal">
          {notes.length === 0
            ? 'Your private notes'
            : notes.length === 1
              ? 'Your private note'
              : `Your ${notes.length} private notes`}
          <span className="block font-normal text-xs opacity-90">Only you see this</span>
        </h2>
        <span role="status" data-private={words.label} title={words.detail} className="text-xs opacity-90">
          {words.label}
        </span>
      </header>
      {anonymous && (
        <p className="flex items-center gap-1.5 bg-accent-soft px-3 py-1.5 text-accent-strong text-xs">
          <EyeOff aria-hidden className="size-3.5 shrink-0" />
          Without names, for good: nobody can find out later who wrote what.
        </p>
      )}
      {times > 0 && !anonymous && (
        <BoardStateContext value={wall}>
          <Revealed />
        </BoardStateContext>
      )}
      {writing ? (
        <>
          <OwnNotes name="Private note" notes={notes} refusal={() => (may.ok ? null : may.reason)} />
          <Composer />
        </>
      ) : (
        <Button size="sm" className="m-3 justify-self-start" onClick={() => setWriting(true)}>
          <PencilLine aria-hidden />
          {notes.length > 0 ? 'Open your private notes' : 'Write more in private'}
        </Button>
      )}
      <BoardStateContext value={wall}>
        <PrivateReveal round={round} />
      </BoardStateContext>
    </section>
  )
}

function Composer() {
  const draft = useBoard()
  const may = useMay('draft.write')
  const add = useStorePart(draft.access, ({ phase }) => phase.rights.add)
  const put = (kind: NoteKindId, texts: readonly string[]) => {
    addNotes(
      draft.writer,
      draft.model,
      texts.map(text => ({ kind, text, x: 0, y: 0 })),
    )
    draft.announce(texts.length === 1 ? 'Note added.' : `${texts.length} notes added.`)
  }
  return (
    <NoteComposer
      name="New private note"
      button="Add"
      kinds={noteKinds.filter(one => add === 'all' || add.includes(one.id))}
      first={add === 'all' ? 'plain' : add[0]}
      refusal={may.ok ? null : may.reason}
      large
      onPut={put}
    />
  )
}

/** Number of one's own latest notes that are shown. */
const most = 12

/** One's own notes on the wall, which everybody sees now. */
function Revealed() {
  const board = useBoard()
  useBoardVersion()
  useStore(board.access)
  const notes = notesOf(board.model, board.isOwn).slice(-most)
  if (notes.length === 0) return null
  return (
    <section aria-labelledby="revealed" className="border-line border-b pt-3">
      <h3 id="revealed" className="px-3 text-base">
        Revealed: these are yours
      </h3>
      <OwnNotes
        name="Your note"
        notes={notes}
        refusal={(note, to) => {
          const answer = board.may(`note.${to}`, factsOf(board, note))
          return answer.ok ? null : answer.reason
        }}
      />
    </section>
  )
}
