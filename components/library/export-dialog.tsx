'use client'
import { Download, Printer } from 'lucide-react'
import Link from 'next/link'
import { useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { Dialog } from '#components/ui/dialog.tsx'
import { Select } from '#components/ui/input.tsx'
import { toast } from '#components/ui/toast.tsx'
import { csvSeparators, exportChoices, type Separator, usualSeparator } from '#lib/export/choices.ts'
import { drawPng } from './draw-png.ts'
import { Labelled } from './labelled.tsx'
import { ExportError, fetchExport, type PictureChoice, saveFile } from './save-file.ts'

const scales = [1, 2, 3, 4] as const

/** Every way of taking a board along: pictures with their choices first, then one row a format. */
export function ExportDialog({
  boardId,
  selected = [],
  history = false,
  open,
  onOpenChange,
}: {
  boardId: string
  /** Ids of the notes that are selected on the wall. */
  selected?: readonly string[]
  /** Whether the history may be taken along too. */
  history?: boolean
  open: boolean
  onOpenChange: (open: boolean) => void
}) {
  const [view, setView] = useState<PictureChoice['view']>('as-is')
  const [part, setPart] = useState<'all' | 'selection'>('all')
  const [scale, setScale] = useState(2)
  const [separator, setSeparator] = useState<Separator>(usualSeparator)
  const [working, setWorking] = useState<string | null>(null)
  const picture: PictureChoice = { view, ...(part === 'selection' && selected.length > 0 ? { notes: selected } : {}) }

  const save = async (format: string) => {
    setWorking(format)
    try {
      if (format === 'png') {
        const svg = await fetchExport(boardId, 'svg', picture)
        const drawn = await drawPng(svg.content, scale)
        saveFile(svg.name.replace(/\.svg$/, '.png'), drawn.content)
        if (drawn.scale < scale)
          toast({
            text: `The picture is at ${Math.floor(drawn.scale * 100)}%: larger is more than this browser can draw. SVG has no limit.`,
          })
      } else {
        const { name, content } = await fetchExport(boardId, format, format === 'svg' ? picture : { view, separator })
        saveFile(name, content)
      }
    } catch (error) {
      toast({
        text: error instanceof ExportError ? error.message : 'The file could not be made. Try again.',
        tone: 'danger',
      })
    }
    setWorking(null)
  }
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title="Export"
      description="The board as it is saved now, in a file of its own."
    >
      <section className="grid gap-3 rounded-md bg-paper-100 p-4">
        <h3 className="text-base">Picture of the wall</h3>
        <div className="grid gap-3 sm:grid-cols-3">
          <Labelled label="Version">
            <Select value={view} onChange={event => setView(event.target.value as PictureChoice['view'])}>
              <option value="as-is">As it is</option>
              <option value="to-be">As it will be</option>
            </Select>
          </Labelled>
          <Labelled label="Part">
            <Select value={part} onChange={event => setPart(event.target.value as 'all' | 'selection')}>
              <option value="all">The whole wall</option>
              <option value="selection" disabled={selected.length === 0}>
                {selected.length === 0 ? 'Selection (nothing is selected)' : `Selection, ${selected.length} notes`}
              </option>
            </Select>
          </Labelled>
          <Labelled label="Size of the PNG">
            <Select value={scale} onChange={event => setScale(Number(event.target.value))}>
              {scales.map(one => (
                <option key={one} value={one}>
                  {one * 100}%
                </option>
              ))}
            </Select>
          </Labelled>
        </div>
        <div className="flex flex-wrap gap-2">
          <Button variant="primary" disabled={working !== null} onClick={() => save('png')}>
            <Download aria-hidden />
            PNG
          </Button>
          <Button disabled={working !== null} onClick={() => save('svg')}>
            <Download aria-hidden />
            SVG
          </Button>
          <Button asChild>
            <Link href={`/b/${boardId}/report/wall`} target="_blank">
              <Printer aria-hidden />
              Print the wall
            </Link>
          </Button>
        </div>
      </section>
      <ul className="mt-4 grid">
        <li className="flex items-center gap-3 border-line border-b py-2.5">
          <span className="min-w-0 flex-1">
            <span className="block font-semibold">PDF</span>
            <span className="block text-ink-500 text-sm">The report, to print or to save as PDF.</span>
          </span>
          <Button asChild size="sm">
            <Link href={`/b/${boardId}/report`} target="_blank">
              Open
            </Link>
          </Button>
        </li>
        {exportChoices
          .filter(choice => choice.id !== 'svg')
          .map(choice => (
            <li key={choice.id} className="flex items-center gap-3 border-line border-b py-2.5 last:border-b-0">
              <span className="min-w-0 flex-1">
                <span className="block font-semibold">{choice.label}</span>
                <span className="block text-ink-500 text-sm">{choice.describes}</span>
              </span>
              {choice.id === 'csv' && (
                <Select
                  aria-label="Between the cells of the CSV"
                  value={separator}
                  onChange={event =>
                    setSeparator(csvSeparators.find(({ id }) => id === event.target.value)?.id ?? 'comma')
                  }
                  className="w-34 [&_select]:h-9 [&_select]:text-sm [&_svg]:top-2.5"
                >
                  {csvSeparators.map(({ id, label }) => (
                    <option key={id} value={id}>
                      {label}
                    </option>
                  ))}
                </Select>
              )}
              <Button
                size="sm"
                aria-label={`Save as ${choice.label}`}
                disabled={working !== null}
                onClick={() => save(choice.id)}
              >
                {working === choice.id ? 'Making it' : 'Save'}
              </Button>
            </li>
          ))}
        {history && (
          <li className="flex items-center gap-3 border-line border-t py-2.5">
            <span className="min-w-0 flex-1">
              <span className="block font-semibold">Board archive</span>
              <span className="block text-ink-500 text-sm">
                The board with all its history, to keep or to move elsewhere.
              </span>
            </span>
            <Button asChild size="sm">
              <a href={`/api/boards/${boardId}/archive`} download aria-label="Save as board archive">
                Save
              </a>
            </Button>
          </li>
        )}
      </ul>
    </Dialog>
  )
}
