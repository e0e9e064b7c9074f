'use client'
import { Pin, Stamp } from 'lucide-react'
import type { ReactNode } from 'react'
import { useBoard, useMay } from '#components/board/state/board-context.tsx'
import { useRoster } from '#components/collab/collab-context.tsx'
import { useStore } from '#components/ui/store.ts'

/** Says at the top of the wall why it cannot be changed now: sealed, ended, observing, frozen. */
export function ReadOnlyNotice() {
  const { board } = useRoster()
  const may = useMay('note.add', { own: true, locked: false })
  const mayEdit = useMay('note.edit', { own: true, locked: false })
  const mayDraft = useMay('draft.write')
  const { role, phase } = useStore(useBoard().access)
  const mayBrowse = useMay('library.browse')
  if (board?.finished)
    return (
      <>
        {!mayBrowse.ok && (
          <Slip>
            <Pin aria-hidden className="size-4 shrink-0" />
            This board is finished. To join a next session, use its new invite.
          </Slip>
        )}
        <p
          role="status"
          className="-rotate-6 pointer-events-none absolute top-16 right-20 z-10 flex items-center gap-2 rounded-md border-4 border-danger/70 border-double px-4 py-1 font-title text-danger/90 text-lg uppercase tracking-widest max-sm:top-24 max-sm:right-4"
          title="This board is finished: nothing on it can be changed."
        >
          <Stamp aria-hidden />
          Sealed
        </p>
      </>
    )
  if (role === 'facilitator' && phase.frozen && phase.session === 'open')
    return (
      <Slip>
        <Pin aria-hidden className="size-4 shrink-0" />
        Frozen for everybody else.
      </Slip>
    )
  if (may.ok || mayEdit.ok || mayDraft.ok) return null
  const isWatching = role === 'contributor' && phase.session === 'open' && !phase.frozen && phase.board === 'open'
  return (
    <Slip>
      <Pin aria-hidden className="size-4 shrink-0" />
      {isWatching ? 'Nothing is put on the wall in this activity.' : may.reason}
    </Slip>
  )
}

const Slip = ({ children }: { children: ReactNode }) => (
  <p
    role="status"
    className="-translate-x-1/2 absolute top-3 left-1/2 z-10 flex w-max max-w-[min(32rem,80%)] items-center gap-2 rounded-note bg-tape px-4 py-1.5 text-sm text-wall-ink shadow-note"
  >
    {children}
  </p>
)
