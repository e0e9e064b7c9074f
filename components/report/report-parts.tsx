import type { ReactNode } from 'react'
import { CrownPicture } from '#components/charts/crown.tsx'
import { EmotionChart } from '#components/charts/emotion-curve.tsx'
import { FigureBars } from '#components/charts/figures.tsx'
import { PathRibbon } from '#components/charts/path-ribbon.tsx'
import type { Report } from '#lib/report/report.ts'
import { ActionsTable } from './actions-table.tsx'
import { NewPoints, PointsTable, UndecidedTable } from './points-table.tsx'

/** A heading with what stands under it; each page sets it in its own way. */
export interface ReportPart {
  id: string
  title: string
  content: ReactNode
}

/** What a board comes to, in pictures; the same in the library and on paper. */
export const pictureParts = (report: Report, currency: string | null): ReportPart[] => [
  {
    id: 'numbers',
    title: 'Before and after',
    content: <FigureBars before={report.before} after={report.after} currency={currency} />,
  },
  ...(report.path.length > 1
    ? [{ id: 'path', title: 'Where customers are lost', content: <PathRibbon path={report.path} /> }]
    : []),
  ...(report.feelings.length > 1
    ? [{ id: 'feelings', title: 'How the customer feels', content: <EmotionChart moments={report.feelings} /> }]
    : []),
]

/** What was decided, and who does it; then what is still open. `today` as YYYY-MM-DD. */
export function decisionParts(report: Report, currency: string | null, today: string): ReportPart[] {
  const decided = report.points.filter(point => point.verdict)
  const open = report.points.filter(point => !point.verdict)
  return [
    ...(decided.length > 0 || open.length === 0
      ? [{ id: 'decided', title: 'Points of failure', content: <PointsTable points={decided} /> }]
      : []),
    ...(report.crown.verdicts > 0
      ? [
          {
            id: 'crown',
            title: 'What the verdicts do',
            content: <CrownPicture crown={report.crown} currency={currency} />,
          },
        ]
      : []),
    { id: 'actions', title: 'Actions', content: <ActionsTable actions={report.actions} today={today} /> },
    ...(report.newPoints.length > 0
      ? [{ id: 'new', title: 'New as it will be', content: <NewPoints points={report.newPoints} /> }]
      : []),
    ...(open.length > 0
      ? [{ id: 'undecided', title: 'Undecided points of failure', content: <UndecidedTable points={open} /> }]
      : []),
  ]
}

/** What did not belong to the process, and was kept. */
export const parkingParts = (report: Report): ReportPart[] =>
  report.parked.length === 0
    ? []
    : [
        {
          id: 'parked',
          title: 'Parking lot',
          content: (
            <ul className="grid list-disc gap-1 pl-5 text-sm print:text-base">
              {report.parked.map(text => (
                <li key={text} dir="auto">
                  {text}
                </li>
              ))}
            </ul>
          ),
        },
      ]
