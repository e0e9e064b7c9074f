'use client'
import { useState } from 'react'
import { askServer } from '#components/ui/ask-server.ts'
import { Button } from '#components/ui/button.tsx'
import { toast } from '#components/ui/toast.tsx'

/** A new session on a copy, opened at once. */
export function ContinueButton({ boardId }: { boardId: string }) {
  const [working, setWorking] = useState(false)
  const go = async () => {
    setWorking(true)
    const answer = await askServer('POST /api/boards/[boardId]/continue', { boardId })
    if (answer.ok) window.location.assign(answer.board.url)
    else {
      toast({ text: answer.message, tone: 'danger' })
      setWorking(false)
    }
  }
  return (
    <Button variant="primary" disabled={working} onClick={go}>
      New session on a copy
    </Button>
  )
}
