'use client'
import { Tooltip } from 'radix-ui'
import { type ReactNode, useEffect } from 'react'
import { growFields } from './grow-fields.ts'
import { Toaster } from './toast.tsx'

/** What every page has around it: one timing for tooltips, one place for toasts, fields that grow. */
export function Providers({ children }: { children: ReactNode }) {
  useEffect(() => growFields(document), [])
  return (
    <Tooltip.Provider delayDuration={500} skipDelayDuration={200}>
      {children}
      <Toaster />
    </Tooltip.Provider>
  )
}
