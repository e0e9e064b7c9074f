'use client'
import { type ReactNode, startTransition, useEffect, useState } from 'react'

/** Shows its children when the wall has had its first frame, a little at a time. */
export function DeferUntilPainted({ children }: { children: ReactNode }) {
  const [there, setThere] = useState(false)
  useEffect(() => {
    let second = 0
    const first = requestAnimationFrame(() => {
      second = requestAnimationFrame(() => startTransition(() => setThere(true)))
    })
    return () => {
      cancelAnimationFrame(first)
      cancelAnimationFrame(second)
    }
  }, [])
  return there && children
}
