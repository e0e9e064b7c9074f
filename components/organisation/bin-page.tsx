'use client'
import { Trash2, Undo2 } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { askAndSay } from '#components/ui/ask-and-say.ts'
import { Button } from '#components/ui/button.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { toast } from '#components/ui/toast.tsx'
import { When } from '#components/ui/when.tsx'
import type { BinnedBoard } from '#lib/protocol/routes/boards.ts'
import { Confirm } from './confirm.tsx'

/** Boards that were deleted in the last 30 days, to be brought back or erased before their time. */
export function BinPage({ boards }: { boards: readonly BinnedBoard[] }) {
  const [erasing, setErasing] = useState<BinnedBoard | null>(null)
  const router = useRouter()
  const restore = async ({ id: boardId, title }: BinnedBoard) => {
    const answer = await askAndSay('POST /api/boards/[boardId]/undelete', { boardId })
    if (answer)
      toast({
        text: `“${title}” is back.`,
        action: { label: 'Open', perform: () => window.location.assign(answer.board.url) },
      })
    router.refresh()
  }
  const erase = async () => {
    if (!erasing) return
    const { id: boardId, title } = erasing
    if (await askAndSay('DELETE /api/boards/[boardId]/for-good', { boardId })) toast({ text: `“${title}” is erased.` })
    router.refresh()
  }
  if (boards.length === 0)
    return <EmptyState title="The bin is empty">Boards that somebody deletes stay here for 30 days.</EmptyState>
  return (
    <section aria-label="Bin" className="grid max-w-4xl grid-cols-1 gap-4">
      <p className="text-ink-700">
        Deleted boards stay here for 30 days, closed to everybody. Then they are erased with all of their history.
      </p>
      <ul className="divide-y divide-line rounded-md border border-line bg-paper-0" aria-label="Deleted boards">
        {boards.map(board => (
          <li key={board.id} className="flex flex-wrap items-center gap-x-3 gap-y-2 px-3 py-3 sm:px-4">
            <div className="min-w-0 flex-1 basis-56">
              <p className="truncate font-semibold" dir="auto" title={board.title}>
                {board.title}
              </p>
              <p className="text-ink-500 text-xs">
                deleted <When at={board.deletedAt} />
                {board.deletedBy && (
                  <>
                    {' '}
                    by <bdi>{board.deletedBy}</bdi>
                  </>
                )}
                , erased for good on <When at={board.erasedAt} />
              </p>
            </div>
            <div className="flex gap-2">
              <Button size="sm" onClick={() => void restore(board)}>
                <Undo2 aria-hidden />
                Restore<span className="sr-only"> {board.title}</span>
              </Button>
              <Button size="sm" variant="ghost" className="text-danger" onClick={() => setErasing(board)}>
                <Trash2 aria-hidden />
                Erase<span className="sr-only"> {board.title} for good</span>
              </Button>
            </div>
          </li>
        ))}
      </ul>
      <Confirm
        open={erasing !== null}
        onClose={() => setErasing(null)}
        title={`Erase “${erasing?.title}” for good?`}
        description="The wall, its history, comments, sessions and links are gone at once, and nobody can bring them back. Backups that were made before still have them."
        action="Erase for good"
        onConfirm={erase}
      />
    </section>
  )
}
