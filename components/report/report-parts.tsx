import type { ComponentType, ReactNode } from 'react'
import { CrownPicture } from '#components/charts/crown.tsx'
import { EmotionCurve } from '#components/charts/emotion-curve.tsx'
import { FigureBars } from '#components/charts/figures.tsx'
import { PathRibbon } from '#components/charts/path-ribbon.tsx'
import type { Report } from '#lib/report/report.ts'
import { ActionsTable } from './actions-table.tsx'
import { PointsTable } from './points-table.tsx'

interface Props {
  report: Report
  /** A heading with what stands under it, as the page sets it. */
  Part: ComponentType<{ title: string; children: ReactNode }>
}

/** What a board comes to, in pictures; the same in the library and on paper. */
export function PictureParts({ report, Part }: Props) {
  return (
    <>
      <Part title="Before and after">
        <FigureBars before={report.before} after={report.after} />
      </Part>
      {report.path.length > 1 && (
        <Part title="Where customers are lost">
          <PathRibbon path={report.path} />
        </Part>
      )}
      {report.feelings.length > 1 && (
        <Part title="How the customer feels">
          <EmotionCurve moments={report.feelings} />
        </Part>
      )}
    </>
  )
}

/** What was decided, and who does it. */
export function DecisionParts({ report, today, Part }: Props & { today: string }) {
  return (
    <>
      <Part title="Points of failure">
        <PointsTable points={report.points} />
      </Part>
      {report.crown.verdicts > 0 && (
        <Part title="What the verdicts do">
          <CrownPicture crown={report.crown} />
        </Part>
      )}
      <Part title="Actions">
        <ActionsTable actions={report.actions} today={today} />
      </Part>
    </>
  )
}

/** What did not belong to the process, and was kept. */
export function ParkingPart({ report, Part }: Props) {
  if (report.parked.length === 0) return null
  return (
    <Part title="Parking lot">
      <ul className="grid list-disc gap-1 pl-5 text-sm print:text-base">
        {report.parked.map(text => (
          <li key={text} dir="auto">
            {text}
          </li>
        ))}
      </ul>
    </Part>
  )
}
