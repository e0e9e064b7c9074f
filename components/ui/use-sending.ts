'use client'
import { useState } from 'react'
import type { CallRefusal } from '#lib/protocol/call.ts'

/** Sends one request at a time from a form, and keeps its result. */
export function useSending() {
  const [sending, setSending] = useState(false)
  const [refusal, setRefusal] = useState<CallRefusal | null>(null)
  /** Runs the request; `done` gets its response, and the form stays busy (a new page is about to load). */
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
