'use client'
import { memo } from 'react'
import { CrownPicture } from '#components/charts/crown.tsx'
import { FigureTable } from '#components/charts/figures.tsx'
import { useCurrency } from '#components/ui/currency.ts'
import { Select } from '#components/ui/input.tsx'
import { useStore, type ValueStore } from '#components/ui/store.ts'
import type { Analysis } from '#lib/method/analysis.ts'
import { sayShare } from '#lib/method/details.ts'
import { choicesInWords, type Path } from '#lib/method/paths.ts'
import type { BoardView } from '#lib/method/projection.ts'
import { comparedMore, moreFiguresOf } from '#lib/report/figures.ts'
import { useFigures, useMethodStore, useShownView } from '../method-context.tsx'
import type { WithFigures } from '../method-store.ts'
import { Section } from '../parts.tsx'
import { Remarks } from '../remarks.tsx'
import { ByLane, CountBars } from './count-bars.tsx'
import { EmotionPicture } from './emotion-picture.tsx'
import { Goldilocks } from './goldilocks.tsx'
import { Ribbon } from './ribbon.tsx'
import { Times } from './times.tsx'
import { ValuePicture } from './value-picture.tsx'

/** Everything the method counts: as it is beside as it will be, then along the way of a case. */
export function NumbersPanel() {
  const now = useFigures()
  const { way } = useMethodStore()
  const view = useShownView()
  if (!now)
    return (
      <p role="status" className="px-4 py-6 text-ink-500">
        Counting …
      </p>
    )
  return <Numbers now={now} chosen={way} view={view} />
}

const Numbers = memo(function Numbers({
  now: { asIs, toBe, way },
  chosen,
  view,
}: {
  now: WithFigures
  chosen: ValueStore<string | null>
  view: BoardView
}) {
  const key = useStore(chosen)
  const currency = useCurrency()
  const analysis = view === 'as-is' ? asIs : toBe
  const paths = analysis.paths()
  // The figures of another way follow; until then those of the last one stay.
  const path = paths.find(one => one.key === way) ?? null
  if (analysis.flow.notes.size === 0)
    return (
      <p className="px-4 py-6 text-ink-700">
        Put steps on the wall and link them: what can go wrong, how long it takes and what it costs is counted here.
      </p>
    )
  return (
    <div className="pb-6">
      <Section title="As it is, as it will be">
        <FigureTable figures={comparedMore(moreFiguresOf(asIs), moreFiguresOf(toBe), currency)} />
      </Section>
      <Section title="Points of failure">
        <CountBars asIs={asIs} toBe={toBe} />
        <ByLane analysis={analysis} />
      </Section>
      <Remarks about={['flow', 'to-be']} />
      <Section
        title={`The way of a case, ${view === 'as-is' ? 'as it is' : 'as it will be'}`}
        hint={paths.length > 1 ? undefined : 'There is one way through.'}
      >
        {paths.length > 1 && (
          <PathChoice paths={paths} chosen={key} onPath={key => chosen.set(key)} analysis={analysis} />
        )}
        <div aria-busy={key !== way}>
          <Ribbon analysis={analysis} path={path} />
        </div>
      </Section>
      <Section title="Time and cost">
        <div aria-busy={key !== way}>
          <Times analysis={analysis} path={path} />
        </div>
      </Section>
      <Section title="How it feels" hint="The customer’s feeling at each contact; what stays is the peak and the end.">
        <EmotionPicture analysis={analysis} />
      </Section>
      <Section title="What the work is for">
        <ValuePicture analysis={analysis} />
      </Section>
      <Section
        title="Flexible just enough"
        hint="Each step between rigid and flexible, against how much customers vary."
      >
        <Goldilocks analysis={analysis} />
      </Section>
      <Remarks about={['goldilocks']} />
      <Section title="Triple crown" hint="What all Eliminate and Improve verdicts together do.">
        {asIs.crown().verdicts > 0 ? (
          <CrownPicture crown={asIs.crown()} currency={currency} />
        ) : (
          <p className="text-ink-500 text-sm">No verdict yet that eliminates or improves something.</p>
        )}
      </Section>
    </div>
  )
})

function PathChoice({
  paths,
  chosen,
  onPath,
  analysis,
}: {
  paths: readonly Path[]
  /** Key. */
  chosen: string | null
  onPath: (key: string | null) => void
  analysis: Analysis
}) {
  return (
    <Select
      aria-label="Which way"
      value={paths.find(one => one.key === chosen)?.key ?? ''}
      onChange={event => onPath(event.target.value || null)}
      className="[&_select]:h-9 [&_select]:text-sm [&_svg]:top-2.5"
    >
      <option value="">All ways, by their shares</option>
      {paths.map(one => (
        <option key={one.key} value={one.key}>
          {sayShare(one.share, 1)} · {choicesInWords(one).join(', ') || analysis.projection.view}
        </option>
      ))}
    </Select>
  )
}
