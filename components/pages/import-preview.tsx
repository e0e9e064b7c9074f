import type { ImportView } from '#lib/protocol/routes/files.ts'

const counted = (count: number, one: string) =>
  count === 0 ? [] : [`${count.toLocaleString('en')} ${count === 1 ? one : `${one}s`}`]

/** What a file brings. */
export function Brings({ name, looked }: { name: string; looked: ImportView }) {
  const { counts, format, title, changes } = looked
  const brings = [
    ...counted(counts.lanes, 'lane'),
    ...counted(counts.notes, 'note'),
    ...counted(counts.links, 'link'),
    ...counted(counts.outcomes, 'outcome'),
    ...counted(counts.comments, 'comment'),
  ]
  return (
    <div role="status" className="rounded-md bg-paper-100 p-4">
      <p className="break-words font-semibold">
        <bdi>{title ?? name}</bdi>
      </p>
      <p className="text-ink-700 figures">{brings.length > 0 ? brings.join(', ') : 'Nothing that goes on a wall.'}</p>
      <p className="text-ink-500 text-sm figures">
        {format}
        {changes !== null && `, with ${counted(changes, 'change').join() || 'no change'} of history`}
      </p>
    </div>
  )
}

/** What it loses on the way. */
export const Losses = ({ losses }: Pick<ImportView, 'losses'>) =>
  losses.length > 0 ? (
    <>
      <h3 className="mt-5 mb-2 text-base">What changes on the way</h3>
      <ul className="grid list-disc gap-1 pl-5 text-sm">
        {losses.map(loss => (
          <li key={loss} className="break-words">
            {loss}
          </li>
        ))}
      </ul>
    </>
  ) : (
    <p className="mt-4 text-ink-700 text-sm">Everything in it has a place on the board.</p>
  )
