'use client'
import { cx } from 'class-variance-authority'
import { ChevronDown, ChevronUp, EyeOff, Lock } from 'lucide-react'
import { useEffect, useState } from 'react'
import { BoardStateContext, useBoard, useBoardVersion, useMay } from '#components/board/state/board-context.tsx'
import { type BoardState, createBoardState } from '#components/board/state/board-state.ts'
import type { Collab, Session } from '#components/collab/collab.ts'
import { newEntityId } from '#components/collab/new-id.ts'
import { statusWords } from '#components/collab/status.ts'
import { IconButton } from '#components/ui/icon-button.tsx'
import { useStore, useStorePart } from '#components/ui/store.ts'
import { toast } from '#components/ui/toast.tsx'
import { useFrame, useFrameStore } from '#components/workspace/frame-state.ts'
import { addNotes } from '#lib/board/commands/notes.ts'
import { BoardModel } from '#lib/board/model.ts'
import { BoardUndo } from '#lib/board/undo.ts'
import { readRound } from '#lib/facilitation/drafts.ts'
import { type NoteKindId, noteKinds } from '#lib/notes/kinds/index.ts'
import { NoteComposer } from '../composer/note-composer.tsx'
import type { LateNote } from './late.ts'
import { OwnNotes } from './parts.tsx'
import { PrivateReveal } from './reveal.tsx'

interface PadProps {
  collab: Collab
  round: string
  anonymous: boolean
  late: readonly LateNote[]
  onTaken: () => void
}

/** One's private notes: a pad at the lower edge of the wall, within reach of a thumb. */
export function PrivatePad(props: PadProps) {
  const session = useStore(props.collab.session)
  const draft = useDraft(props.collab, session)
  const wall = useBoard()
  const { link } = useStore(props.collab.status)
  if (link === 'over') return null
  if (!draft)
    return (
      <Frame open>
        <p className="animate-late p-4 text-ink-500 text-sm">Your private notes are being fetched.</p>
      </Frame>
    )
  return (
    <BoardStateContext value={draft}>
      <Pad {...props} wall={wall} />
    </BoardStateContext>
  )
}

/** Returns the private document as a board of its own, so that notes are written and undone in it as on the wall. */
function useDraft(collab: Collab, session: Session | null): BoardState | null {
  const wall = useBoard()
  const [draft, setDraft] = useState<BoardState | null>(null)
  useEffect(() => {
    if (!session) return
    const model = new BoardModel(session.doc)
    const undo = new BoardUndo(session.doc)
    const made = createBoardState({
      boardId: collab.boardId,
      doc: session.doc,
      model,
      undo,
      writer: { doc: session.doc, newId: newEntityId },
      access: wall.access.get(),
      authorName: () => '',
      isOwn: () => true,
      announce: wall.announce,
      tell: wall.tell,
    })
    const stop = wall.access.subscribe(() => made.access.set(wall.access.get()))
    setDraft(made)
    return () => {
      stop()
      made.destroy()
      undo.destroy()
      model.destroy()
      setDraft(null)
    }
  }, [collab, session, wall])
  return draft
}

function Pad({ collab, round, anonymous, late, onTaken, wall }: PadProps & { wall: BoardState }) {
  const draft = useBoard()
  useBoardVersion()
  const may = useMay('draft.write')
  // After a reveal the pad begins closed, so that the wall has the space.
  const [open, setOpen] = useState((readRound(round)?.times ?? 0) === 0)
  // On a phone, this pad replaces the one of the bottom bar.
  const asked = useFrame().panel === 'pad'
  const frame = useFrameStore()
  const shown = open || asked
  const toggle = () => {
    if (asked) frame.change({ panel: null })
    setOpen(!shown)
  }
  const add = useStorePart(draft.access, ({ phase }) => phase.rights.add)
  const kinds = noteKinds.filter(one => add === 'all' || add.includes(one.id))
  const put = (kind: NoteKindId, texts: readonly string[]) => {
    addNotes(
      draft.writer,
      draft.model,
      texts.map(text => ({ kind, text, x: 0, y: 0 })),
    )
    draft.announce(texts.length === 1 ? 'Note added.' : `${texts.length} notes added.`)
  }
  const words = statusWords(useStore(collab.status))
  const notes = [...draft.model.notes.values()].sort((a, b) => (a.z < b.z ? -1 : 1))
  useEffect(() => {
    if (late.length === 0 || !may.ok) return
    addNotes(
      draft.writer,
      draft.model,
      late.map(({ kind, text }) => ({ kind, text, x: 0, y: 0 })),
    )
    toast({ text: 'What came after the reveal is in your private notes of the next round.' })
    onTaken()
  }, [late, may.ok, draft, onTaken])
  return (
    <Frame open={shown} tall={asked}>
      <header className="flex items-center gap-2 bg-ink-900 py-1 pr-1 pl-3 text-paper-0">
        <Lock aria-hidden className="size-4 shrink-0" />
        <h2 className="min-w-0 flex-1 truncate font-semibold font-ui text-sm tracking-normal">
          {notes.length === 0
            ? 'Your private notes'
            : notes.length === 1
              ? 'Your private note'
              : `Your ${notes.length} private notes`}
          <span className="ml-2 font-normal opacity-90">Only you see this</span>
        </h2>
        <span role="status" data-private={words.label} title={words.detail} className="text-xs opacity-90">
          {words.label}
        </span>
        <IconButton
          label={shown ? 'Make the pad small' : 'Open your private notes'}
          size="sm"
          aria-expanded={shown}
          className="text-inherit! hover:bg-paper-0/15!"
          onClick={toggle}
        >
          {shown ? <ChevronDown /> : <ChevronUp />}
        </IconButton>
      </header>
      {shown && (
        <>
          {anonymous && (
            <p className="flex items-center gap-1.5 bg-accent-soft px-3 py-1.5 text-accent-strong text-xs">
              <EyeOff aria-hidden className="size-3.5 shrink-0" />
              Without names, for good: nobody can find out later who wrote what.
            </p>
          )}
          <OwnNotes name="Private note" notes={notes} refusal={() => (may.ok ? null : may.reason)} />
          <NoteComposer
            name="New private note"
            button="Add"
            kinds={kinds}
            first={add === 'all' ? 'plain' : add[0]}
            refusal={may.ok ? null : may.reason}
            large={asked}
            onPut={put}
          />
          <BoardStateContext value={wall}>
            <PrivateReveal round={round} />
          </BoardStateContext>
        </>
      )}
    </Frame>
  )
}

const Frame = ({ open, tall = false, children }: { open: boolean; tall?: boolean; children: React.ReactNode }) => (
  <section
    aria-label="Private notes"
    className={cx(
      'pointer-events-auto mx-auto flex w-full shrink-0 animate-rise flex-col overflow-hidden border-ink-900 bg-paper-50 text-ink-900 shadow-pop',
      'sm:w-[min(46rem,calc(100%-9.5rem))] sm:rounded-md sm:border',
      open && (tall ? 'max-sm:h-full sm:max-h-[62%]' : 'max-h-[62%]'),
    )}
  >
    {children}
  </section>
)
