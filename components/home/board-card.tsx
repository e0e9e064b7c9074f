'use client'
import { CalendarPlus, Copy, Ellipsis, Pencil, Trash2 } from 'lucide-react'
import Link from 'next/link'
import { Badge } from '#components/ui/badge.tsx'
import { IconButton } from '#components/ui/icon-button.tsx'
import { Menu, MenuItem, MenuSeparator } from '#components/ui/menu.tsx'
import { When } from '#components/ui/when.tsx'
import type { BoardListing as Card } from '#lib/protocol/routes/boards.ts'

export interface CardActions {
  rename: (board: Card) => void
  plan: (board: Card) => void
  duplicate: (board: Card) => void
  remove: (board: Card) => void
}

function State({ board }: { board: Card }) {
  if (board.role === 'waiting') return <Badge tone="warn">In the lobby</Badge>
  if (board.finishedAt !== null) return <Badge tone="good">Finished</Badge>
  if (board.session?.status === 'open') return <Badge tone="accent">Running now</Badge>
  if (board.session?.status === 'planned' && board.session.plannedFor)
    return (
      <Badge>
        <When at={board.session.plannedFor} />
      </Badge>
    )
  return null
}

/** A board with its picture; the whole card is a link to it. */
export function BoardCard({ board, actions }: { board: Card; actions: CardActions }) {
  return (
    <li className="group relative grid grid-rows-[auto_1fr] rounded-md border border-line bg-paper-0 transition-shadow duration-150 focus-within:shadow-panel hover:shadow-panel">
      <div className="toned aspect-[16/9] overflow-hidden rounded-t-[5px] bg-wall">
        {board.role !== 'waiting' && (
          // biome-ignore lint/performance/noImgElement: an SVG of a few kB made by our own route; there is nothing to optimise.
          <img src={`/api/boards/${board.id}/picture`} alt="" loading="lazy" className="size-full" />
        )}
      </div>
      <div className="flex min-w-0 items-start gap-1 py-3 pr-2 pl-4">
        <div className="min-w-0 flex-1">
          <h2 className="truncate font-title text-base leading-snug" dir="auto">
            <Link href={board.url} className="after:absolute after:inset-0 after:rounded-md" title={board.title}>
              {board.title}
            </Link>
          </h2>
          <p className="mt-1 flex flex-wrap items-center gap-2 text-ink-500 text-xs">
            <When at={board.changedAt} />
            <State board={board} />
          </p>
        </div>
        {board.role === 'facilitator' && (
          <div className="relative">
            <Menu
              align="end"
              trigger={
                <IconButton label={`More for ${board.title}`} size="sm">
                  <Ellipsis />
                </IconButton>
              }
            >
              {board.finishedAt === null && (
                <MenuItem icon={<Pencil />} onSelect={() => actions.rename(board)}>
                  Rename
                </MenuItem>
              )}
              {board.finishedAt === null && (
                <MenuItem icon={<CalendarPlus />} onSelect={() => actions.plan(board)}>
                  Plan a session
                </MenuItem>
              )}
              <MenuItem icon={<Copy />} onSelect={() => actions.duplicate(board)}>
                Duplicate
              </MenuItem>
              <MenuSeparator />
              <MenuItem icon={<Trash2 />} danger onSelect={() => actions.remove(board)}>
                Delete
              </MenuItem>
            </Menu>
          </div>
        )}
      </div>
    </li>
  )
}
