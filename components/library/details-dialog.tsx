'use client'
import { type FormEvent, useEffect, useState } from 'react'
import { askServer } from '#components/ui/ask-server.ts'
import { Button } from '#components/ui/button.tsx'
import { Dialog } from '#components/ui/dialog.tsx'
import { Field } from '#components/ui/field.tsx'
import { Input } from '#components/ui/input.tsx'
import { limits } from '#lib/board/fields.ts'
import type { SeriesBoard } from '#lib/protocol/routes/boards.ts'
import { Series } from './series.tsx'

interface Details {
  title: string
  customer: string
  process: string
  tags: string
}

/** For whom and what the board is: what the library finds it by. */
export function DetailsDialog({
  boardId,
  open,
  onOpenChange,
}: {
  boardId: string
  open: boolean
  onOpenChange: (open: boolean) => void
}) {
  const [details, setDetails] = useState<Details | null>(null)
  const [series, setSeries] = useState<readonly SeriesBoard[]>([])
  const [refusal, setRefusal] = useState<string | null>(null)
  useEffect(() => {
    if (!open) return
    setRefusal(null)
    askServer('GET /api/boards/[boardId]', { boardId }).then(answer => {
      if (!answer.ok) setRefusal(answer.message)
      else {
        setSeries(answer.series)
        const { title, customer, process, tags } = answer.board
        setDetails({ title, customer, process, tags: tags.join(', ') })
      }
    })
  }, [open, boardId])
  const save = async (event: FormEvent) => {
    event.preventDefault()
    if (!details) return
    const tags = details.tags
      .split(',')
      .map(tag => tag.trim().replace(/^#/, ''))
      .filter(Boolean)
    const answer = await askServer('PATCH /api/boards/[boardId]', { boardId }, { ...details, tags })
    if (answer.ok) onOpenChange(false)
    else setRefusal(answer.message)
  }
  const field = (key: keyof Details, max: number = limits.name) => ({
    value: details?.[key] ?? '',
    maxLength: max,
    disabled: details === null,
    onChange: (event: { target: { value: string } }) => setDetails(now => now && { ...now, [key]: event.target.value }),
  })
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title="About this board"
      description="What the library shows and finds it by."
      width="narrow"
      footer={
        <Button variant="primary" type="submit" form="board-details" disabled={!details?.title.trim()}>
          Save
        </Button>
      }
    >
      <form id="board-details" className="grid gap-4" onSubmit={save}>
        <Field label="Title" error={refusal}>
          <Input {...field('title')} />
        </Field>
        <Field label="Customer" hint="Whose process this is.">
          <Input {...field('customer')} />
        </Field>
        <Field label="Process">
          <Input {...field('process')} />
        </Field>
        <Field label="Tags" hint={`Up to ${limits.tags}, with commas between them.`}>
          <Input {...field('tags', 600)} />
        </Field>
      </form>
      {series.length > 1 && (
        <section className="mt-6 border-line border-t pt-4">
          <h3 className="mb-2 text-base">Boards of this process</h3>
          <Series boards={series} comparedWith={null} />
        </section>
      )}
    </Dialog>
  )
}
