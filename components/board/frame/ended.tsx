'use client'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { useStatus } from '#components/collab/collab-context.tsx'
import { Button } from '#components/ui/button.tsx'

const words = {
  'signed-out': { title: 'You are signed out', action: 'Sign in', href: '/sign-in' },
  removed: { title: 'You are no longer in this session', action: 'To your boards', href: '/' },
  'not-found': { title: 'This board is not open to you', action: 'To your boards', href: '/' },
  stopped: { title: 'The connection has ended', action: 'Open the board again', href: '' },
} as const

/** Instead of the board once the server has said that coming back is pointless. */
export function Ended({ children }: { children: ReactNode }) {
  const { link, says, waiting } = useStatus()
  if (!(link in words)) return children
  const { title, action, href } = words[link as keyof typeof words]
  return (
    <main className="kraft fixed inset-0 grid place-items-center p-4">
      <div role="alert" className="grid max-w-sm gap-3 rounded-note bg-paper-0 p-6 text-ink-900 shadow-note">
        <h1 className="text-lg">{title}</h1>
        <p className="text-ink-700">{says}</p>
        {waiting > 0 && (
          <p className="text-ink-700">
            {waiting === 1 ? 'One change' : `${waiting} changes`} not sent yet: kept in this browser.
          </p>
        )}
        <div>
          {href ? (
            <Button variant="primary" asChild>
              <Link href={href}>{action}</Link>
            </Button>
          ) : (
            <Button variant="primary" onClick={() => location.reload()}>
              {action}
            </Button>
          )}
        </div>
      </div>
    </main>
  )
}
