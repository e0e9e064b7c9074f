import { useRef, useState } from 'react'
import type { TableChoice, TableLook } from '#lib/import/tables/read.ts'
import type { ServerAnswer } from '#lib/protocol/call.ts'
import type { ImportView } from '#lib/protocol/routes/files.ts'

/** Sends a file with the settings of its table, as JSON; with `look` it is only previewed. */
export type SendFile = (
  file: File,
  asked: { look?: '1'; table?: string },
) => Promise<ServerAnswer<'POST /api/boards/import'>>

interface Chosen {
  file: File | null
  choice: TableChoice
  looked: ImportView | null
  /** The last settings of the table: they stay editable when a choice leaves no rows. */
  table: TableLook | null
  refusal: string | null
  working: boolean
}
const nothing: Chosen = { file: null, choice: {}, looked: null, table: null, refusal: null, working: false }

const asJson = (choice: TableChoice) => (Object.keys(choice).length > 0 ? { table: JSON.stringify(choice) } : {})

/** Previews a file, again after each change of settings, and then imports it. */
export function useImport(send: SendFile, onDone: (looked: ImportView, url?: string) => void) {
  const [state, setState] = useState(nothing)
  /** Counts requests; outdated responses are dropped. */
  const asked = useRef(0)
  const ask = async (file: File, choice: TableChoice, before: Chosen) => {
    asked.current += 1
    const mine = asked.current
    setState({ ...before, file, choice, working: true })
    const answer = await send(file, { look: '1', ...asJson(choice) })
    if (mine !== asked.current) return
    setState(
      answer.ok
        ? { file, choice, looked: answer.import, table: answer.import.table, refusal: null, working: false }
        : { ...before, file, choice, looked: null, refusal: answer.message, working: false },
    )
  }
  const reset = () => {
    asked.current += 1
    setState(nothing)
  }
  return {
    ...state,
    reset,
    choose(file: File | undefined) {
      if (file) void ask(file, {}, nothing)
    },
    read(choice: TableChoice) {
      if (state.file) void ask(state.file, choice, state)
    },
    async bring() {
      const { file, choice } = state
      if (!file) return
      setState({ ...state, working: true })
      const answer = await send(file, asJson(choice))
      if (!answer.ok) return setState({ ...state, refusal: answer.message, working: false })
      onDone(answer.import, answer.board?.url)
      reset()
    },
  }
}
