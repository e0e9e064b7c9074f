'use client'
import { useRouter } from 'next/navigation'
import { useEffect } from 'react'
import { Wordmark } from '#components/ui/wordmark.tsx'

/** ms between two looks at whether one has been let in. */
const patience = 4_000

/** Known, but not let in yet: the page looks again by itself. */
export function Lobby({ session }: { session: string }) {
  const router = useRouter()
  useEffect(() => {
    const timer = setInterval(() => router.refresh(), patience)
    return () => clearInterval(timer)
  }, [router])
  return (
    <main className="kraft grid min-h-dvh place-items-center p-4">
      <div className="grid max-w-md justify-items-center gap-4 rounded-note bg-paper-0 px-8 py-10 text-center text-ink-900 shadow-note">
        <Wordmark />
        <h1 className="text-xl" dir="auto">
          {session}
        </h1>
        <p role="status" className="text-ink-700">
          You are in the lobby. A facilitator lets you in; this page then opens by itself.
        </p>
      </div>
    </main>
  )
}
