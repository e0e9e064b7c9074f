'use client'
import { useCallback } from 'react'
import type { Collab } from '#components/collab/collab.ts'
import { useCollab } from '#components/collab/collab-context.tsx'
import { toast } from '#components/ui/toast.tsx'
import type { CommandInput, CommandName } from '#lib/protocol/commands.ts'

/** Sends a command to the server and shows its refusal. Returns whether it was done. */
export function askOnStage<N extends CommandName>(
  collab: Collab,
  command: N,
  input: CommandInput<N>,
): Promise<boolean> {
  return collab.request(command, input).then(
    () => true,
    error => {
      toast({ text: error instanceof Error ? error.message : 'This did not work. Try again.', tone: 'danger' })
      return false
    },
  )
}

type Ask = <N extends CommandName>(command: N, input: CommandInput<N>) => Promise<boolean>

export function useAsk(): Ask {
  const collab = useCollab()
  return useCallback((command, input) => askOnStage(collab, command, input), [collab])
}
