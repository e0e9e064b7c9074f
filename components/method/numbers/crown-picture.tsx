'use client'
import type { Analysis } from '#lib/method/analysis.ts'
import { crownSides, goodWay } from '#lib/method/crown.ts'
import { sayAmount } from '#lib/method/details.ts'
import { sideNames } from '../crown-fields.tsx'

/** The balance of all verdicts: to the right of the line what gets better, to the left what gets worse. */
export function CrownPicture({ analysis }: { analysis: Analysis }) {
  const balance = analysis.crown()
  if (balance.verdicts === 0)
    return <p className="text-ink-500 text-sm">No verdict yet that eliminates or improves something.</p>
  const share = (count: number) => `${(count / balance.verdicts) * 50}%`
  return (
    <table className="w-full text-sm">
      <caption className="sr-only">
        {balance.verdicts} verdicts: how many make cost, experience and revenue better or worse
      </caption>
      <tbody>
        {crownSides.map(side => {
          const { better, worse, same, unsaid, amount } = balance[side]
          return (
            <tr key={side}>
              <th scope="row" className="w-24 py-1 text-left font-normal">
                {sideNames[side]} <span className="text-ink-500 text-xs">{goodWay[side]}</span>
              </th>
              <td className="py-1">
                <span aria-hidden className="relative block h-4 rounded-sm bg-paper-100">
                  <span
                    className="absolute inset-y-0 right-1/2 rounded-l-[2px] bg-danger"
                    style={{ width: share(worse) }}
                  />
                  <span
                    className="absolute inset-y-0 left-1/2 rounded-r-[2px] bg-good"
                    style={{ width: share(better) }}
                  />
                  <span className="absolute inset-y-0 left-1/2 w-px bg-ink-900" />
                </span>
                <span className="block text-ink-700 text-xs figures">
                  {better} better, {worse} worse, {same} the same
                  {unsaid > 0 && `, ${unsaid} not said`}
                  {amount !== null && `; ${amount > 0 ? '+' : '−'}${sayAmount(Math.abs(amount))} per case`}
                </span>
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
