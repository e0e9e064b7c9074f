'use client'
import { useRouter } from 'next/navigation'
import { useEffect } from 'react'
import { askServer } from '#components/ui/ask-server.ts'
import { Wordmark } from '#components/ui/wordmark.tsx'

/** ms between two checks whether one has been admitted: growing, because people may wait for an hour. */
const patience = { first: 2_000, longest: 15_000, grows: 1.25 }

/** Known, but not admitted yet: the page checks again by itself, while it is visible. */
export function LobbyPage({ boardId, session }: { boardId: string; session: string }) {
  const router = useRouter()
  useEffect(() => {
    let wait: number = patience.first
    let timer: ReturnType<typeof setTimeout>
    let left = false
    const again = () => {
      clearTimeout(timer)
      if (!document.hidden) timer = setTimeout(look, wait)
      wait = Math.min(wait * patience.grows, patience.longest)
    }
    const look = async () => {
      const answer = await askServer('GET /api/boards/[boardId]/me', { boardId })
      if (left) return
      const decided = answer.ok ? answer.status !== 'waiting' : answer.status === 404 || answer.status === 401
      if (decided) router.refresh()
      again()
    }
    const seen = () => {
      wait = patience.first
      clearTimeout(timer)
      if (!document.hidden) void look()
    }
    again()
    document.addEventListener('visibilitychange', seen)
    return () => {
      left = true
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', seen)
    }
  }, [router, boardId])
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
