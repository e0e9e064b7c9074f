'use client'
import { cx } from 'class-variance-authority'
import { FileUp, TriangleAlert } from 'lucide-react'
import { useEffect, useEffectEvent, useState } from 'react'
import { useBoard } from '#components/board/state/board-context.tsx'
import { askServer } from '#components/ui/ask-server.ts'
import { Button } from '#components/ui/button.tsx'
import { Dialog } from '#components/ui/dialog.tsx'
import { importAccepts, importLabels, ontoLabels } from '#lib/import/choices.ts'
import type { ImportView } from '#lib/protocol/routes/files.ts'
import { type SendFile, useImport } from './import-file.ts'
import { Brings, Losses } from './import-preview.tsx'
import { ImportTable } from './import-table.tsx'

/** A file onto the board that is open. */
export function ImportDialog({ open, onOpenChange }: { open: boolean; onOpenChange: (open: boolean) => void }) {
  const { boardId, tell } = useBoard()
  return (
    <FileDialog
      open={open}
      onOpenChange={onOpenChange}
      title="Import onto this board"
      send={(file, asked) =>
        askServer('POST /api/boards/[boardId]/import', { boardId, name: file.name, ...asked }, file)
      }
      action="Put it on the board"
      takes={`${ontoLabels}. Up to 20 MB and 2,000 notes.`}
      onDone={({ counts }) => {
        onOpenChange(false)
        tell(`${counts.notes === 1 ? '1 note is' : `${counts.notes} notes are`} on the board, under what was there.`)
      }}
    />
  )
}

/** A file as a board of its own, in a workspace. */
export const ImportAsBoard = ({
  workspace,
  open,
  onOpenChange,
}: {
  workspace: string | undefined
  open: boolean
  onOpenChange: (open: boolean) => void
}) => (
  <FileDialog
    open={open}
    onOpenChange={onOpenChange}
    title="Make a board from a file"
    send={(file, asked) =>
      askServer('POST /api/boards/import', { name: file.name, ...asked, ...(workspace ? { workspace } : {}) }, file)
    }
    action="Make the board"
    takes={`${importLabels}. Up to 20 MB.`}
    onDone={(_, url) => url && window.location.assign(url)}
  />
)

/** Chooses a file, previews what it would bring and lose, and only then imports it. */
function FileDialog(props: {
  open: boolean
  onOpenChange: (open: boolean) => void
  title: string
  send: SendFile
  action: string
  /** The formats, and how much of them. */
  takes: string
  onDone: (looked: ImportView, url?: string) => void
}) {
  const { open, onOpenChange, title, send, action, takes, onDone } = props
  const { file, looked, table, refusal, working, choice, reset, choose, read, bring } = useImport(send, onDone)
  return (
    <Dialog
      open={open}
      onOpenChange={now => {
        if (!now) reset()
        onOpenChange(now)
      }}
      title={title}
      description={takes}
      width={table ? 'wide' : 'medium'}
      footer={
        (looked || table) && (
          <>
            <Button variant="ghost" onClick={reset}>
              Another file
            </Button>
            <Button variant="primary" disabled={working || !looked} onClick={() => void bring()}>
              {action}
            </Button>
          </>
        )
      }
    >
      {file && (looked || table) ? (
        <>
          {looked && <Brings name={file.name} looked={looked} />}
          {table && <ImportTable table={table} choice={choice} onChoice={read} />}
          {looked && <Losses losses={looked.losses} />}
        </>
      ) : (
        <Drop working={working} onFile={choose} name={file?.name ?? null} />
      )}
      {refusal && (
        <div role="alert" className="mt-4 flex gap-2.5 rounded-md bg-danger-soft p-3 text-danger">
          <TriangleAlert aria-hidden className="mt-0.5 size-5 shrink-0" />
          <p className="min-w-0 break-words">
            {file && <bdi className="block font-semibold">{file.name}</bdi>}
            {refusal} <span className="text-ink-700">Nothing was imported.</span>
          </p>
        </div>
      )}
    </Dialog>
  )
}

function Drop({ working, name, onFile }: { working: boolean; name: string | null; onFile: (file?: File) => void }) {
  const [over, setOver] = useState(false)
  const take = useEffectEvent((file?: File) => {
    if (!working) onFile(file)
  })
  // On the whole window: a file dropped beside the field would otherwise be opened by the browser in place of the
  // board.
  useEffect(() => {
    const drag = (event: DragEvent) => {
      event.preventDefault()
      setOver(event.type === 'dragover')
      if (event.type === 'drop') take(event.dataTransfer?.files[0])
    }
    const kinds = ['dragover', 'dragleave', 'drop'] as const
    for (const kind of kinds) window.addEventListener(kind, drag)
    return () => {
      for (const kind of kinds) window.removeEventListener(kind, drag)
    }
  }, [])
  return (
    <label
      className={cx(
        'grid cursor-pointer justify-items-center gap-2 rounded-md border-2 border-dashed px-4 py-10 text-center has-[:focus-visible]:outline-2 has-[:focus-visible]:outline-accent has-[:focus-visible]:outline-offset-2',
        over ? 'border-accent bg-accent-soft' : 'border-line-strong',
      )}
    >
      <FileUp aria-hidden className="size-7 text-ink-500" />
      <span className="font-semibold">{working ? `Reading ${name}` : 'Choose a file, or drop it here'}</span>
      <span className="text-ink-500 text-sm">You see what it brings before anything is changed.</span>
      <input
        type="file"
        aria-label="File to import"
        accept={importAccepts}
        disabled={working}
        onChange={event => {
          onFile(event.target.files?.[0])
          event.target.value = ''
        }}
        className="absolute size-px opacity-0"
      />
    </label>
  )
}
