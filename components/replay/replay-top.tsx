'use client'
import { ArrowLeft, Copy, Ellipsis, Film, Keyboard, Link2, Share2, UserX } from 'lucide-react'
import Link from 'next/link'
import { Button } from '#components/ui/button.tsx'
import { copyText } from '#components/ui/copy-text.ts'
import { IconButton } from '#components/ui/icon-button.tsx'
import { Menu, MenuItem, MenuSeparator } from '#components/ui/menu.tsx'
import { toast } from '#components/ui/toast.tsx'
import { Sign } from '#components/ui/wordmark.tsx'
import { dayAndTime, look, useMoment, useReplay } from './replay-context.ts'

/** What is replayed, the moment on the wall, and what can be done with it. */
export function ReplayTop() {
  const replay = useReplay()
  const { facts, playback } = replay
  const copyLink = async () => {
    const here = new URL(location.href)
    here.search = ''
    here.searchParams.set('row', String(playback.get().row))
    const copied = await copyText(here.href)
    toast({ text: copied ? 'A link to this moment is on the clipboard.' : `The link to this moment: ${here.href}` })
  }
  return (
    <header className="z-20 flex h-13 items-center gap-2 border-line border-b bg-paper-0 px-2 sm:gap-3 sm:px-3">
      {facts.door !== null ? (
        <Sign className="size-7 shrink-0" />
      ) : (
        <Link
          href={`/b/${facts.boardId}`}
          aria-label="Back to the board"
          className="grid size-9 shrink-0 place-items-center rounded-sm text-ink-700 hover:bg-ink-900/10"
        >
          <ArrowLeft aria-hidden className="size-5" />
        </Link>
      )}
      <div className="min-w-0 flex-1">
        <h1 className="truncate font-title text-base leading-tight" dir="auto">
          <span className="sr-only">Replay of </span>
          {facts.title}
        </h1>
        <Moment />
      </div>
      {facts.door === null && (
        <Button size="sm" variant="primary" onClick={() => look(replay, { over: 'share' })}>
          <Share2 aria-hidden />
          <span className="max-sm:sr-only">Share replay</span>
        </Button>
      )}
      <Menu
        align="end"
        trigger={
          <IconButton label="More" size="sm">
            <Ellipsis />
          </IconButton>
        }
      >
        <MenuItem icon={<Link2 />} onSelect={() => void copyLink()}>
          Copy a link to this moment
        </MenuItem>
        <MenuItem icon={<Film />} onSelect={() => look(replay, { over: 'clip' })}>
          Record a clip
        </MenuItem>
        {facts.door === null && (
          <MenuItem icon={<Copy />} onSelect={() => look(replay, { over: 'copy' })}>
            New board from this moment
          </MenuItem>
        )}
        {facts.door === null && (
          <MenuItem icon={<UserX />} onSelect={() => look(replay, { over: 'erase' })}>
            Erase a name from history
          </MenuItem>
        )}
        <MenuSeparator />
        <MenuItem icon={<Keyboard />} shortcut="?" onSelect={() => look(replay, { over: 'keys' })}>
          Keys of the player
        </MenuItem>
      </Menu>
    </header>
  )
}

function Moment() {
  const { playback } = useReplay()
  const { row } = useMoment()
  const at = playback.columns.at[Math.max(0, row)] ?? 0
  return (
    <p className="truncate text-ink-500 text-xs figures">
      Replay ·{' '}
      <time dateTime={new Date(at).toISOString()}>{row < 0 ? 'before anything happened' : dayAndTime(at)}</time>
    </p>
  )
}
