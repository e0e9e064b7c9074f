'use client'
import { RotateCcw, Trash2 } from 'lucide-react'
import { useMemo } from 'react'
import { Button } from '#components/ui/button.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { useFrameStore } from '#components/workspace/frame-state.ts'
import { goToNote } from '#components/workspace/go-to.ts'
import { bringBack, deletedNotes } from '#lib/board/commands/bin.ts'
import { noteKind } from '#lib/notes/kinds/index.ts'
import { papers } from '#lib/notes/papers.ts'
import { useBoard, useBoardVersion, useMay } from '../state/board-context.tsx'

/** Rows listed at once; the newest deletions come first. */
const most = 200

/** Deleted notes, to restore with the links they had. */
export function Bin() {
  const board = useBoard()
  const version = useBoardVersion()
  const may = useMay('note.delete', { own: true, locked: false })
  const mayEmpty = useMay('board.clear').ok
  const frame = useFrameStore()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the document keeps its identity; the version says that it changed.
  const notes = useMemo(() => deletedNotes(board.doc), [board.doc, version])
  if (notes.length === 0)
    return (
      <EmptyState title="Nothing was taken off">Notes that somebody takes off the wall can be found here.</EmptyState>
    )
  return (
    <>
      {mayEmpty && (
        <div className="px-3 pb-2">
          <Button size="sm" onClick={() => frame.change({ over: 'clear' })}>
            <Trash2 aria-hidden />
            Remove all of it for good…
          </Button>
        </div>
      )}
      <ul className="grid gap-1 px-3 pb-4">
        {notes.slice(0, most).map(({ id, kind, text }) => {
          const { label, paper } = noteKind(kind)
          return (
            <li key={id} className="flex min-h-10 items-center gap-2">
              <span
                aria-hidden
                className="size-4 shrink-0 rounded-note border"
                style={{ backgroundColor: papers[paper].fill, borderColor: papers[paper].edge }}
              />
              <bdi className="min-w-0 flex-1 truncate text-sm">{text.trim() || `${label}, empty`}</bdi>
              <Button
                size="sm"
                aria-label={`Bring back: ${text.trim() || label}`}
                disabled={!may.ok}
                title={may.ok ? undefined : may.reason}
                onClick={() => {
                  bringBack(board.writer, board.model, id)
                  goToNote(board, id)
                }}
              >
                <RotateCcw aria-hidden />
                Bring back
              </Button>
            </li>
          )
        })}
        {notes.length > most && <li className="text-ink-500 text-xs">And {notes.length - most} more.</li>}
      </ul>
    </>
  )
}
