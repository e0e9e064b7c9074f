'use client'
import { Glyph } from '#components/ui/glyph.tsx'
import { Stamp } from '#components/ui/stamp.tsx'
import { definitionOf } from '#lib/method/vocabulary.ts'
import { pointKinds } from '#lib/notes/define.ts'
import { noteKinds } from '#lib/notes/kinds/index.ts'
import { papers } from '#lib/notes/papers.ts'

/** What the papers and stamps on the wall mean. */
export function Legend() {
  return (
    <div className="grid gap-5 px-4 pb-5 text-sm">
      <section>
        <h3 className="mb-2 text-base">Notes</h3>
        <dl className="grid gap-2.5">
          {noteKinds.map(({ id, label, hint, icon, paper }) => (
            <div key={id} className="grid grid-cols-[2rem_1fr] gap-x-3">
              <span
                aria-hidden
                className="row-span-2 grid size-8 place-items-center rounded-note shadow-note"
                style={{ backgroundColor: papers[paper].fill, color: papers[paper].ink }}
              >
                <Glyph name={icon} className="size-4.5" />
              </span>
              <dt className="font-semibold">{label}</dt>
              <dd className="text-ink-700">{hint}</dd>
            </div>
          ))}
        </dl>
      </section>
      <section>
        <h3 className="mb-2 text-base">Points of failure</h3>
        <ul className="grid gap-2">
          {pointKinds.map(kind => (
            <li key={kind} className="flex items-center gap-3">
              <Stamp kind={kind} />
              {definitionOf(kind)}
            </li>
          ))}
          <li className="flex items-center gap-3">
            <Stamp kind="mot" proposed />A dashed stamp is a proposal: nobody has confirmed it yet.
          </li>
        </ul>
      </section>
    </div>
  )
}
