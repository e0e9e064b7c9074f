'use client'
import { useCallback } from 'react'
import type { Collab } from '#components/collab/collab.ts'
import { useCollab } from '#components/collab/collab-context.tsx'
import { toast } from '#components/ui/toast.tsx'
import type { Request } from '#lib/protocol/messages.ts'

/** Asks for a command of the server's; what it refuses is said. Answers whether it was done. */
export function ask(collab: Collab, command: string, input: Request['input']): Promise<boolean> {
  return collab.request(command, input).then(
    () => true,
    error => {
      toast({ text: error instanceof Error ? error.message : 'This did not work. Try again.', tone: 'danger' })
      return false
    },
  )
}

export function useAsk(): (command: string, input: Request['input']) => Promise<boolean> {
  const collab = useCollab()
  return useCallback((command, input) => ask(collab, command, input), [collab])
}
