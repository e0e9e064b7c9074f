'use client'
import { useState } from 'react'
import { Refusal } from '#components/pages/api.ts'

/** One request at a time from a form, and what came of it. */
export function useSending() {
  const [sending, setSending] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  /** Runs the request; `done` is called with its answer, and the form stays busy (a page is about to change). */
  const send = async <T>(request: () => Promise<T>, done: (answer: T) => void) => {
    setSending(true)
    setRefusal(null)
    try {
      done(await request())
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      setRefusal(error)
      setSending(false)
    }
  }
  return { sending, refusal, send, setSending }
}
