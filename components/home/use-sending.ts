'use client'
import { useState } from 'react'
import type { CallRefusal } from '#lib/protocol/call.ts'

/** One request at a time from a form, and what came of it. */
export function useSending() {
  const [sending, setSending] = useState(false)
  const [refusal, setRefusal] = useState<CallRefusal | null>(null)
  /** Runs the request; `done` is called with its answer, and the form stays busy (a page is about to change). */
  const send = async <A extends { ok: true }>(request: () => Promise<A | CallRefusal>, done: (answer: A) => void) => {
    setSending(true)
    setRefusal(null)
    const answer = await request()
    if (answer.ok) return done(answer)
    setRefusal(answer)
    setSending(false)
  }
  return { sending, refusal, send, setSending }
}
