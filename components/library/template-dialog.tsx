'use client'
import { type FormEvent, useState } from 'react'
import { useRoster } from '#components/collab/collab-context.tsx'
import { askServer } from '#components/ui/ask-server.ts'
import { Button } from '#components/ui/button.tsx'
import { Dialog } from '#components/ui/dialog.tsx'
import { Field } from '#components/ui/field.tsx'
import { Input } from '#components/ui/input.tsx'
import { toast } from '#components/ui/toast.tsx'
import { cutText } from '#lib/text/cut.ts'

/** Keeps the wall as a template of the workspace. */
export function TemplateDialog({
  boardId,
  open,
  onOpenChange,
}: {
  boardId: string
  open: boolean
  onOpenChange: (open: boolean) => void
}) {
  const title = useRoster().board?.title ?? ''
  const [typed, setTyped] = useState<string | null>(null)
  const [refusal, setRefusal] = useState<string | undefined>()
  const name = typed ?? cutText(title, 80)
  const save = async (event: FormEvent) => {
    event.preventDefault()
    const answer = await askServer('POST /api/boards/[boardId]/templates', { boardId }, { name })
    if (!answer.ok) return setRefusal(answer.message)
    setRefusal(undefined)
    setTyped(null)
    onOpenChange(false)
    toast({ text: `“${name.trim()}” is among the templates for new boards.` })
  }
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      width="narrow"
      title="Save as a template"
      description="Lanes, notes, links and what was found on them, for new boards of your workspace. People, comments and votes stay here. A template of the same name is replaced."
      footer={
        <Button variant="primary" type="submit" form="save-template" disabled={name.trim() === ''}>
          Save the template
        </Button>
      }
    >
      <form id="save-template" onSubmit={save}>
        <Field label="Name" error={refusal}>
          <Input value={name} maxLength={80} onChange={event => setTyped(event.target.value)} />
        </Field>
      </form>
    </Dialog>
  )
}
