'use client'
import { cx } from 'class-variance-authority'
import { FileUp, TriangleAlert } from 'lucide-react'
import { useEffect, useEffectEvent, useState } from 'react'
import { useBoard } from '#components/board/state/board-context.tsx'
import { askServer } from '#components/ui/ask-server.ts'
import { Button } from '#components/ui/button.tsx'
import { Dialog } from '#components/ui/dialog.tsx'
import { importAccepts, importLabels, ontoLabels } from '#lib/import/choices.ts'
import type { ServerAnswer } from '#lib/protocol/call.ts'
import type { ImportView } from '#lib/protocol/routes/files.ts'

/** A file onto the board that is open. */
export function ImportDialog({ open, onOpenChange }: { open: boolean; onOpenChange: (open: boolean) => void }) {
  const { boardId, tell } = useBoard()
  return (
    <FileDialog
      open={open}
      onOpenChange={onOpenChange}
      title="Import onto this board"
      send={(file, look) => askServer('POST /api/boards/[boardId]/import', { boardId, name: file.name, look }, file)}
      action="Put it on the board"
      takes={`${ontoLabels}. Up to 20 MB and 2,000 notes.`}
      onDone={({ counts }) => {
        onOpenChange(false)
        tell(`${counts.notes === 1 ? '1 note is' : `${counts.notes} notes are`} on the board, under what was there.`)
      }}
    />
  )
}

/** A file as a board of its own. */
export const ImportAsBoard = ({ open, onOpenChange }: { open: boolean; onOpenChange: (open: boolean) => void }) => (
  <FileDialog
    open={open}
    onOpenChange={onOpenChange}
    title="Make a board from a file"
    send={(file, look) => askServer('POST /api/boards/import', { name: file.name, look }, file)}
    action="Make the board"
    takes={`${importLabels}. Up to 20 MB.`}
    onDone={(_, url) => url && window.location.assign(url)}
  />
)

/** Chooses a file, shows what it would bring and what it would lose, and only then brings it. */
function FileDialog(props: {
  open: boolean
  onOpenChange: (open: boolean) => void
  title: string
  /** Only looks at it with `look`. */
  send: (file: File, look?: '1') => Promise<ServerAnswer<'POST /api/boards/import'>>
  action: string
  /** The formats, and how much of them. */
  takes: string
  onDone: (looked: ImportView, url?: string) => void
}) {
  const { open, onOpenChange, title, send, action, takes, onDone } = props
  const [file, setFile] = useState<File | null>(null)
  const [looked, setLooked] = useState<ImportView | null>(null)
  const [refusal, setRefusal] = useState<string | null>(null)
  const [working, setWorking] = useState(false)
  const reset = () => {
    setFile(null)
    setLooked(null)
    setRefusal(null)
    setWorking(false)
  }
  const choose = async (chosen: File | undefined) => {
    if (!chosen) return
    reset()
    setFile(chosen)
    setWorking(true)
    const answer = await send(chosen, '1')
    setWorking(false)
    if (answer.ok) setLooked(answer.import)
    else setRefusal(answer.message)
  }
  const bring = async () => {
    if (!file) return
    setWorking(true)
    const answer = await send(file)
    setWorking(false)
    if (!answer.ok) return setRefusal(answer.message)
    onDone(answer.import, answer.board?.url)
    reset()
  }
  return (
    <Dialog
      open={open}
      onOpenChange={now => {
        if (!now) reset()
        onOpenChange(now)
      }}
      title={title}
      description={takes}
      footer={
        looked && (
          <>
            <Button variant="ghost" onClick={reset}>
              Another file
            </Button>
            <Button
              variant="primary"
              disabled={working || looked.counts.notes + looked.counts.lanes === 0}
              onClick={bring}
            >
              {action}
            </Button>
          </>
        )
      }
    >
      {looked && file ? (
        <Preview name={file.name} looked={looked} />
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
  // Of the whole window: a file let go beside the field would be opened by the browser in place of the board.
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

const counted = (count: number, one: string) =>
  count === 0 ? [] : [`${count.toLocaleString('en')} ${count === 1 ? one : `${one}s`}`]

function Preview({ name, looked }: { name: string; looked: ImportView }) {
  const { counts, losses, format, title, changes } = looked
  const brings = [
    ...counted(counts.lanes, 'lane'),
    ...counted(counts.notes, 'note'),
    ...counted(counts.links, 'link'),
    ...counted(counts.outcomes, 'outcome'),
    ...counted(counts.comments, 'comment'),
  ]
  return (
    <>
      <div className="rounded-md bg-paper-100 p-4">
        <p className="font-semibold">
          <bdi>{title ?? name}</bdi>
        </p>
        <p className="text-ink-700 figures">{brings.length > 0 ? brings.join(', ') : 'Nothing that goes on a wall.'}</p>
        <p className="text-ink-500 text-sm figures">
          {format}
          {changes !== null && `, with ${counted(changes, 'change').join() || 'no change'} of history`}
        </p>
      </div>
      {losses.length > 0 ? (
        <>
          <h3 className="mt-5 mb-2 text-base">What changes on the way</h3>
          <ul className="grid list-disc gap-1 pl-5 text-sm">
            {losses.map(loss => (
              <li key={loss}>{loss}</li>
            ))}
          </ul>
        </>
      ) : (
        brings.length > 0 && <p className="mt-4 text-ink-700 text-sm">Everything in it has a place on the board.</p>
      )}
    </>
  )
}
