import { useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { Dialog } from '#components/ui/dialog.tsx'

/** Asks before something that cannot be taken back. */
export function Confirm({
  open,
  onClose,
  title,
  description,
  action,
  onConfirm,
}: {
  open: boolean
  onClose: () => void
  title: string
  description: string
  /** The word on the button. */
  action: string
  onConfirm: () => Promise<void>
}) {
  const [working, setWorking] = useState(false)
  const confirm = async () => {
    setWorking(true)
    await onConfirm()
    setWorking(false)
    onClose()
  }
  return (
    <Dialog
      open={open}
      onOpenChange={next => !next && onClose()}
      title={title}
      description={description}
      width="narrow"
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="danger" disabled={working} onClick={() => void confirm()}>
            {action}
          </Button>
        </>
      }
    />
  )
}
