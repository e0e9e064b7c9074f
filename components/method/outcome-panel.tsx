'use client'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useBoard, useBoardVersion, useMay } from '#components/board/state/board-context.tsx'
import { Button } from '#components/ui/button.tsx'
import { Glyph } from '#components/ui/glyph.tsx'
import type { OutcomeQuestion } from '#lib/board/schema.ts'
import type { Outcome } from '#lib/board/snapshot.ts'
import { addOutcome, removeOutcome } from '#lib/method/commands/method.ts'
import { stakeholderName } from '#lib/method/stakeholders.ts'
import { outcomeCanvas, outcomeWords } from '#lib/method/vocabulary.ts'
import { BoundText } from './bound-text.tsx'
import { Section } from './parts.tsx'
import { Remarks } from './remarks.tsx'
import { WordHints } from './word-hints.tsx'

/** The promise and the Successful Customer Outcome, one canvas per stakeholder. */
export function OutcomePanel() {
  const board = useBoard()
  useBoardVersion()
  const mayAdd = useMay('outcome.add')
  const { outcomes } = board.model
  const [picked, setPicked] = useState<string | null>(null)
  const shown = outcomes.find(outcome => outcome.id === picked) ?? outcomes[0]
  const add = () => setPicked(addOutcome(board.writer, board.model))
  if (!shown)
    return (
      <div className="grid justify-items-start gap-3 px-4 py-6">
        <Glyph name="promise" className="size-8 text-ink-500" />
        <p>What do we promise our customer? Everything else on the wall is asked against it.</p>
        <Button variant="primary" onClick={add} disabled={!mayAdd.ok} title={mayAdd.ok ? undefined : mayAdd.reason}>
          Begin with the promise
        </Button>
      </div>
    )
  return (
    <div className="pb-6">
      <div className="flex flex-wrap items-center gap-1 px-4 pt-1 pb-3">
        <div role="tablist" aria-label="Stakeholders" className="flex flex-wrap gap-1">
          {outcomes.map((outcome, index) => (
            <button
              key={outcome.id}
              type="button"
              role="tab"
              aria-selected={outcome.id === shown.id}
              onClick={() => setPicked(outcome.id)}
              className="h-8 max-w-48 truncate rounded-full border border-line-strong px-3 text-sm touch:h-11 hover:bg-paper-100 aria-selected:border-accent aria-selected:bg-accent-soft aria-selected:text-accent-strong"
            >
              {stakeholderName(outcome, index)}
            </button>
          ))}
        </div>
        <Button
          variant="ghost"
          size="sm"
          onClick={add}
          disabled={!mayAdd.ok}
          title={mayAdd.ok ? undefined : mayAdd.reason}
        >
          <Plus aria-hidden />
          Stakeholder
        </Button>
      </div>
      <Remarks about={['promise', 'outcome', 'customer', 'stakeholder']} />
      <Canvas key={shown.id} outcome={shown} />
      {outcomes.length > 1 && (
        <div className="px-4">
          <Button
            variant="ghost"
            size="sm"
            disabled={!mayAdd.ok}
            title={mayAdd.ok ? undefined : mayAdd.reason}
            onClick={() => removeOutcome(board.writer, shown.id)}
          >
            Take this stakeholder off the board
          </Button>
        </div>
      )}
    </div>
  )
}

function Canvas({ outcome }: { outcome: Outcome }) {
  return (
    <>
      <div className="grid gap-4 border-line border-t px-4 py-4">
        <Answer outcome={outcome} question="stakeholder" />
        <Answer outcome={outcome} question="promise" prominent />
      </div>
      <Section title={outcomeWords.outcome.heads} hint="Six questions, from the customer’s side of the counter.">
        <div className="grid gap-4">
          {outcomeCanvas.map(question => (
            <Answer key={question} outcome={outcome} question={question} />
          ))}
        </div>
      </Section>
    </>
  )
}

function Answer({
  outcome,
  question,
  prominent = false,
}: {
  outcome: Outcome
  question: OutcomeQuestion
  prominent?: boolean
}) {
  const may = useMay('outcome.write')
  const { asks, hint, measured, lines = 2 } = outcomeWords[question]
  const id = `outcome-${outcome.id}-${question}`
  return (
    <div className="grid gap-1">
      <label htmlFor={id} className={prominent ? 'font-title text-base' : 'font-semibold text-ink-700 text-sm'}>
        {asks}
      </label>
      <BoundText
        root="outcome"
        entity={outcome.id}
        field={question}
        aria-describedby={`${id}-hint`}
        id={id}
        rows={lines}
        disabled={!may.ok}
        title={may.ok ? undefined : may.reason}
        className={prominent ? '!min-h-16 font-title text-lg' : '!min-h-11 text-sm'}
      />
      <p id={`${id}-hint`} className="text-ink-500 text-xs">
        {hint}
      </p>
      {measured && <WordHints text={outcome[question]} />}
    </div>
  )
}
