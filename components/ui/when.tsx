'use client'
import { useEffect, useState } from 'react'

const day = 86_400_000

/** A date as people say it: “today, 14:05”, “Tuesday”, “3 March 2026”. */
function spoken(at: number, now: number, locale?: string): string {
  const date = new Date(at)
  const midnight = new Date(now).setHours(0, 0, 0, 0)
  const time = date.toLocaleTimeString(locale, { hour: '2-digit', minute: '2-digit' })
  if (at >= midnight && at < midnight + day) return `today, ${time}`
  if (at >= midnight - day && at < midnight) return `yesterday, ${time}`
  if (at > midnight - 6 * day && at < midnight) return date.toLocaleDateString(locale, { weekday: 'long' })
  return date.toLocaleDateString(locale, { day: 'numeric', month: 'long', year: 'numeric' })
}

/** A moment in the reader's own time; the server, which does not know that, says the day. */
export function When({ at }: { at: number }) {
  const iso = new Date(at).toISOString()
  const [text, setText] = useState(iso.slice(0, 10))
  useEffect(() => setText(spoken(at, Date.now())), [at])
  return <time dateTime={iso}>{text}</time>
}
