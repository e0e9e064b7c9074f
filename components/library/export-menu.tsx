'use client'
import { Download } from 'lucide-react'
import { useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { ExportDialog } from './export-dialog.tsx'

/** The button and the dialog, for pages without a wall. */
export function ExportMenu({ boardId, history }: { boardId: string; history: boolean }) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button onClick={() => setOpen(true)}>
        <Download aria-hidden />
        Export
      </Button>
      <ExportDialog boardId={boardId} history={history} open={open} onOpenChange={setOpen} />
    </>
  )
}
