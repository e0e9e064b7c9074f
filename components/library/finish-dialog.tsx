'use client'
import { TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import { useBoard, useBoardVersion } from '#components/board/state/board-context.tsx'
import { FigureLine } from '#components/charts/figures.tsx'
import { askServer } from '#components/ui/ask-server.ts'
import { Button } from '#components/ui/button.tsx'
import { useCurrency } from '#components/ui/currency.ts'
import { Dialog } from '#components/ui/dialog.tsx'
import { countVerdicts } from '#lib/method/vocabulary.ts'
import { comparedFigures } from '#lib/report/figures.ts'
import { type Report, reportOf } from '#lib/report/report.ts'

interface Props {
  open: boolean
  onOpenChange: (open: boolean) => void
}

/** Asks before a board is sealed for good; lists what will be published and what is still open. */
export function FinishDialog({ open, onOpenChange }: Props) {
  return open ? <Asking open onOpenChange={onOpenChange} /> : null
}

function Asking({ open, onOpenChange }: Props) {
  const board = useBoard()
  const currency = useCurrency()
  useBoardVersion()
  const [working, setWorking] = useState(false)
  const [refusal, setRefusal] = useState<string | null>(null)
  const report = reportOf(board.model, () => null)
  const promise = report.outcomes.map(outcome => outcome.promise.trim()).find(Boolean)
  const figures = comparedFigures(report.before, report.after, currency)
  const { verdicts, actions, threads } = report
  const stillOpen = stillOpenIn(report)
  const finish = async () => {
    setWorking(true)
    const answer = await askServer('POST /api/boards/[boardId]/finish', { boardId: board.boardId })
    if (answer.ok) window.location.assign(`/library/${board.boardId}`)
    else {
      setRefusal(answer.message)
      setWorking(false)
    }
  }
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title="Finish this board"
      description="The session ends, the board is sealed for everybody, and the workspace’s members find it in the library. It cannot be opened again; a new session works on a copy."
      footer={
        <>
          <Button variant="ghost" onClick={() => onOpenChange(false)}>
            Not yet
          </Button>
          <Button variant="primary" disabled={working} onClick={finish}>
            Finish and seal
          </Button>
        </>
      }
    >
      {refusal && (
        <p role="alert" className="mb-4 text-danger">
          {refusal}
        </p>
      )}
      <h3 className="mb-2 text-base">What will be published</h3>
      <div className="rounded-md bg-paper-100 p-4">
        {promise ? (
          <p dir="auto" className="font-title italic">
            “{promise}”
          </p>
        ) : (
          <p className="text-ink-500">No promise.</p>
        )}
        <div className="mt-3 flex flex-wrap gap-x-6 gap-y-1.5">
          {figures.map(figure => (
            <FigureLine key={figure.key} figure={figure} />
          ))}
        </div>
        <p className="mt-3 text-ink-700 text-sm figures">
          {countVerdicts(verdicts)}, {verdicts.undecided} undecided; {actions.length} action
          {actions.length === 1 ? '' : 's'}; {threads.length} comment
          {threads.length === 1 ? '' : 's'}; the wall with all its notes.
        </p>
      </div>
      {stillOpen.length > 0 && (
        <>
          <h3 className="mt-6 mb-2 text-base">Still open</h3>
          <ul className="grid gap-2.5">
            {stillOpen.map(({ message, because }) => (
              <li key={message} className="flex gap-2.5 text-sm">
                <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-warn" />
                <span>
                  {message} <span className="text-ink-500">{because}</span>
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </Dialog>
  )
}

/** Returns points without a verdict, then the method's warnings. */
function stillOpenIn({ before, verdicts, warnings }: Report): Report['warnings'] {
  const proposed = before.points.total - before.confirmed
  const points = (count: number) => `${count} point${count === 1 ? '' : 's'} of failure`
  return [
    ...(proposed > 0
      ? [
          {
            message: `${points(proposed)} that only the map proposes.`,
            because: 'Nobody has confirmed or dismissed them; they are published as proposed.',
          },
        ]
      : []),
    ...(verdicts.undecided > 0
      ? [
          {
            message: `${points(verdicts.undecided)} without a verdict.`,
            because: 'Each is eliminated, improved, or kept for a reason tied to the outcome.',
          },
        ]
      : []),
    ...warnings,
  ]
}
