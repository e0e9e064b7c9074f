import type { CrownBalance } from '#lib/method/crown.ts'
import { sayAmount } from '#lib/method/details.ts'
import { crownSides, crown as words } from '#lib/method/vocabulary.ts'
import type { Currency } from '#lib/report/figures.ts'

/** The balance of all verdicts: to the right of the line what gets better, to the left what gets worse. */
export function CrownPicture({ crown, currency = null }: { crown: CrownBalance; currency?: Currency }) {
  return (
    <div className="grid gap-1">
      <Balance crown={crown} currency={currency} />
      {crown.twice > 0 && (
        <p className="text-ink-500 text-xs">
          {crown.twice === 1 ? 'One hand-off states' : `${crown.twice} hand-offs state`} what a step beside{' '}
          {crown.twice === 1 ? 'it' : 'them'} states already: counted once.
        </p>
      )}
    </div>
  )
}

function Balance({ crown, currency }: { crown: CrownBalance; currency: Currency }) {
  const share = (count: number) => `${(count / crown.verdicts) * 50}%`
  return (
    <table className="keep-together w-full text-sm">
      <caption className="sr-only">
        {crown.verdicts} verdicts: how many make cost, experience and revenue better or worse
      </caption>
      <tbody>
        {crownSides.map(side => {
          const { better, worse, same, unsaid, amount } = crown[side]
          return (
            <tr key={side}>
              <th scope="row" className="w-32 py-1 text-left align-top font-normal leading-4">
                {words[side].name} <span className="text-ink-500 text-xs">{words[side].good}</span>
              </th>
              <td className="py-1">
                <span aria-hidden className="relative block h-4 rounded-sm bg-paper-100 print-colour">
                  <span
                    className="absolute inset-y-0 right-1/2 rounded-l-[2px] bg-danger print-colour"
                    style={{ width: share(worse) }}
                  />
                  <span
                    className="absolute inset-y-0 left-1/2 rounded-r-[2px] bg-good print-colour"
                    style={{ width: share(better) }}
                  />
                  <span className="absolute inset-y-0 left-1/2 w-px bg-ink-900 print-colour" />
                </span>
                <span className="block text-ink-700 text-xs figures">
                  {better} better, {worse} worse, {same} the same
                  {unsaid > 0 && `, ${unsaid} not said`}
                  {amount !== null &&
                    amount !== 0 &&
                    `; ${amount > 0 ? '+' : '−'}${sayAmount(Math.abs(amount), currency)} a case as stated`}
                </span>
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
