import Link from 'next/link'
import { When } from '#components/ui/when.tsx'
import type { SeriesBoard } from '#lib/protocol/routes/boards.ts'

/** The boards of one process, the oldest first; a finished one can be compared with the finished one it is shown on. */
export const Series = ({ boards, comparedWith }: { boards: readonly SeriesBoard[]; comparedWith: string | null }) => (
  <ol className="grid gap-2">
    {boards.map(board => (
      <li key={board.id} className="text-sm">
        {board.here ? (
          <strong>
            <bdi>{board.title}</bdi>
          </strong>
        ) : (
          <Link href={board.url} className="font-semibold text-accent underline underline-offset-2">
            <bdi>{board.title}</bdi>
          </Link>
        )}
        <span className="block text-ink-500 text-xs">
          {board.finishedAt === null ? 'in work, since ' : 'finished '}
          <When at={board.finishedAt ?? board.createdAt} />
          {!board.here && board.finishedAt !== null && comparedWith !== null && (
            <>
              {' · '}
              <Link href={`/library/compare?a=${comparedWith}&b=${board.id}`} className="underline">
                compare
              </Link>
            </>
          )}
        </span>
      </li>
    ))}
  </ol>
)
