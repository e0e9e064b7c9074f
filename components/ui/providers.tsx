'use client'
import { Tooltip } from 'radix-ui'
import type { ReactNode } from 'react'
import { Toaster } from './toast.tsx'

/** What every page has around it: one timing for tooltips, one place for toasts. */
export function Providers({ children }: { children: ReactNode }) {
  return (
    <Tooltip.Provider delayDuration={500} skipDelayDuration={200}>
      {children}
      <Toaster />
    </Tooltip.Provider>
  )
}
