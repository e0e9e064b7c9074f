'use client'
import { useBoard } from '#components/board/state/board-context.tsx'
import { type BoardState, factsOf } from '#components/board/state/board-state.ts'
import type { Ability } from '#lib/access/policy.ts'
import type { Link, Note } from '#lib/board/snapshot.ts'
import { points as words } from '#lib/method/vocabulary.ts'
import { type PointKind, pointKinds } from '#lib/notes/define.ts'
import { isWork as isWorkKind, noteKind } from '#lib/notes/kinds/index.ts'
import { LinkFields, PointFields, StepFields } from './detail-fields.tsx'
import { Section } from './parts.tsx'
import { TagFields } from './tag-fields.tsx'
import type { Selected } from './use-target.ts'
import { VerdictFields } from './verdict-fields.tsx'

const isLink = (entity: Note | Link): entity is Link => 'from' in entity
const isWork = ({ entity }: Selected) => !isLink(entity) && isWorkKind(entity.kind)
const pointKindOf = ({ entity, point }: Selected): PointKind | undefined =>
  point?.kind ?? (isLink(entity) ? undefined : noteKind(entity.kind).failure)

/** Returns the first reason why one of them cannot be changed now; undefined: all can. */
function refusalOf(board: BoardState, ability: Ability, of: readonly Selected[]): string | undefined {
  for (const { entity } of of) {
    const may = board.may(ability, factsOf(board, entity))
    if (!may.ok) return may.reason
  }
  return undefined
}

/** All fields of the selection, each for the entities that have it. */
export function DetailSections({ of }: { of: readonly Selected[] }) {
  const board = useBoard()
  const several = of.length > 1
  const notes = of.flatMap(({ entity }) => (isLink(entity) ? [] : [entity]))
  const links = of.flatMap(({ entity }) => (isLink(entity) ? [entity] : []))
  const work = of.filter(isWork)
  const steps = work.flatMap(({ entity }) => (isLink(entity) ? [] : [entity]))
  const judged = of.filter(one => isWork(one) || pointKindOf(one))
  const only = several ? undefined : notes[0]
  /** A heading: as it is for one, with how many of the selected it is about for several. */
  const title = (one: string, many: string, about: number) => (several ? `${many}: ${about} of ${of.length}` : one)
  return (
    <>
      {work.length > 0 && (
        <Section title={title('The step', 'Steps', work.length)}>
          <StepFields notes={steps} refusal={refusalOf(board, 'detail.edit', work)} />
        </Section>
      )}
      {links.length > 0 && (
        <Section title={title('The link', 'Links', links.length)}>
          <LinkFields
            links={links}
            refusal={refusalOf(
              board,
              'detail.edit',
              of.filter(({ entity }) => isLink(entity)),
            )}
          />
        </Section>
      )}
      {pointKinds.map(kind => {
        const points = of.filter(one => pointKindOf(one) === kind)
        if (points.length === 0) return null
        const { name, hint } = words[kind]
        return (
          <Section key={kind} title={title(name, name, points.length)} hint={hint}>
            <PointFields of={points} kind={kind} refusal={refusalOf(board, 'detail.edit', points)} />
          </Section>
        )
      })}
      {judged.length > 0 && (
        <Section
          title={title('Verdict', 'Verdict', judged.length)}
          hint="Eliminate it, improve it, or keep it for a reason tied to the outcome."
        >
          <VerdictFields of={judged} refusal={refusalOf(board, 'verdict.give', judged)} />
        </Section>
      )}
      {notes.length > 0 && (
        <Section title={title('Tags', 'Tags', notes.length)}>
          <TagFields notes={notes} />
        </Section>
      )}
      {judged.length === 0 && only && (
        <p className="border-line border-t px-4 py-4 text-ink-500 text-sm">
          {noteKind(only.kind).hint} Details belong to steps, decisions and points of failure.
        </p>
      )}
    </>
  )
}
