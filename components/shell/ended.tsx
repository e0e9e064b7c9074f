'use client'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { useCollab, useStatus } from '#components/collab/collab-context.tsx'
import { Button } from '#components/ui/button.tsx'

interface End {
  title: string
  /** Replaces the server's sentence. */
  says?: string
  /** The link from here; without one, the board is opened again. */
  way?: { to: 'sign-in' | 'boards'; label: string }
  again?: string
}

const boards = { to: 'boards', label: 'To your boards' } as const
const ends: Record<'signed-out' | 'removed' | 'not-found' | 'stopped', End> = {
  'signed-out': { title: 'You are signed out', way: { to: 'sign-in', label: 'Sign in' } },
  removed: { title: 'You are no longer in this session', way: boards },
  // It was open until now: that it exists is no secret to this person.
  'not-found': {
    title: 'This board is gone',
    says: 'It was deleted, or it is no longer open to you. Who deletes a board can take that back for a moment.',
    way: boards,
    again: 'Try again',
  },
  stopped: { title: 'The connection has ended', again: 'Open the board again' },
}

/** Shown instead of the board after a final close. */
export function Ended({ children }: { children: ReactNode }) {
  const { link, says, waiting } = useStatus()
  const { boardId } = useCollab()
  if (!(link in ends)) return children
  const end = ends[link as keyof typeof ends]
  const ways = { boards: '/', 'sign-in': `/sign-in?to=${encodeURIComponent(`/b/${boardId}`)}` }
  return (
    <main className="kraft fixed inset-0 grid place-items-center p-4">
      <div role="alert" className="grid max-w-sm gap-3 rounded-note bg-paper-0 p-6 text-ink-900 shadow-note">
        <h1 className="text-lg">{end.title}</h1>
        <p className="text-ink-700">{end.says ?? says}</p>
        {waiting > 0 && (
          <p className="text-ink-700">
            {waiting === 1 ? 'One change' : `${waiting} changes`} not sent yet: kept in this browser.
          </p>
        )}
        <div className="flex flex-wrap gap-2">
          {end.way && (
            <Button variant="primary" asChild>
              <Link href={ways[end.way.to]}>{end.way.label}</Link>
            </Button>
          )}
          {end.again && (
            <Button variant={end.way ? 'quiet' : 'primary'} onClick={() => location.reload()}>
              {end.again}
            </Button>
          )}
        </div>
      </div>
    </main>
  )
}
