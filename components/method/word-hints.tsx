'use client'
import { useDeferredValue } from 'react'
import { findMissingMeasures, findWeaselWords } from '#lib/method/words.ts'

/** Words that measure nothing and measures that are missing, noticed while somebody writes, each with the reason. */
export function WordHints({ text }: { text: string }) {
  const settled = useDeferredValue(text)
  const words = findWeaselWords(settled)
  const missing = findMissingMeasures(settled)
  const byReason = Map.groupBy(words, ({ reason }) => reason)
  if (words.length === 0 && missing.length === 0) return <div aria-live="polite" />
  return (
    <ul
      aria-live="polite"
      aria-label="Hints"
      className="grid gap-1 rounded-md bg-warn-soft px-3 py-2 text-warn text-xs"
    >
      {[...byReason].map(([reason, found]) => (
        <li key={reason}>
          <strong>{[...new Set(found.map(({ word }) => `“${word}”`))].join(', ')}</strong> measures nothing. {reason}
        </li>
      ))}
      {missing.map(({ letter, name, hint }) => (
        <li key={letter}>
          <strong>{name}?</strong> {hint}
        </li>
      ))}
    </ul>
  )
}
