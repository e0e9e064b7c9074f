'use client'
import { useMemo, useState } from 'react'
import { useCollab } from '#components/collab/collab-context.tsx'
import { Button } from '#components/ui/button.tsx'
import { Dialog } from '#components/ui/dialog.tsx'
import { toast } from '#components/ui/toast.tsx'
import { takenOff } from '#lib/board/commands/bin.ts'
import { useBoard, useBoardVersion } from '../state/board-context.tsx'

interface Props {
  open: boolean
  onOpenChange: (open: boolean) => void
}

/** Says what goes for good before it goes. */
export function ClearDialog({ open, onOpenChange }: Props) {
  const { doc } = useBoard()
  const collab = useCollab()
  const version = useBoardVersion()
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<string | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the document keeps its identity; the version says that it changed.
  const off = useMemo(() => (open ? takenOff(doc) : []), [open, doc, version])
  const close = (next: boolean) => {
    setRefusal(null)
    onOpenChange(next)
  }
  const empty = async () => {
    setBusy(true)
    try {
      const { removed, freed } = await collab.request('board.clear', {})
      close(false)
      toast({ text: `${things(removed)} removed for good. The board is ${kilobytes(freed)} smaller.` })
    } catch (error) {
      setRefusal(error instanceof Error ? error.message : 'This did not work. Try again.')
    }
    setBusy(false)
  }
  return (
    <Dialog
      open={open}
      onOpenChange={close}
      width="narrow"
      title="Remove for good what was taken off"
      description={
        off.length === 0
          ? 'Nothing was taken off: there is nothing to remove.'
          : 'It goes for good, for everybody, and the board becomes smaller: nobody can bring it back from here or by undo any more. The wall stays as it is. The replay still shows what was there, and going back to an earlier moment brings it back.'
      }
      footer={
        <>
          <Button onClick={() => close(false)}>Keep it</Button>
          <Button variant="danger" disabled={busy || off.length === 0} onClick={() => void empty()}>
            Remove for good
          </Button>
        </>
      }
    >
      {off.length > 0 && (
        <p className="text-sm">
          {amounts(off.map(({ root }) => root))
            .map(([what, count]) => `${count.toLocaleString('en')} ${what}`)
            .join(', ')}
        </p>
      )}
      {refusal && (
        <p role="alert" className="mt-2 text-danger text-sm">
          {refusal}
        </p>
      )}
    </Dialog>
  )
}

const things = (count: number) => (count === 1 ? 'One thing was' : `${count.toLocaleString('en')} things were`)
const kilobytes = (bytes: number) =>
  bytes < 2 ** 20
    ? `${Math.ceil(bytes / 1024).toLocaleString('en')} kB`
    : `${(bytes / 2 ** 20).toLocaleString('en', { maximumFractionDigits: 1 })} MB`

/** Notes and links by name; the rest together. */
function amounts(roots: readonly string[]): [what: string, count: number][] {
  const of = (test: (root: string) => boolean) => roots.filter(test).length
  const [notes, links] = [of(root => root === 'notes'), of(root => root === 'links')]
  const others = roots.length - notes - links
  const all: [string, number][] = [
    [notes === 1 ? 'note' : 'notes', notes],
    [links === 1 ? 'link' : 'links', links],
    [others === 1 ? 'other thing' : 'other things', others],
  ]
  return all.filter(([, count]) => count > 0)
}
