import { z } from 'zod'
import { noteKind, noteKindId } from '../notes/kinds/index.ts'

/**
 * What contributors may do in an activity. Everything about a right is in its one entry here: the types, the agenda's
 * parsing, the facilitator's form and the sentences for people derive from it, and a row of policy.ts checks it.
 */
interface Right<T extends z.ZodType> {
  accepts: T
  /** Work without an agenda: everybody in the session may do everything that merges. */
  free: z.output<T>
  /**
   * The value with which nothing on the wall can be changed. Also read for agendas stored before this right existed.
   */
  watching: z.output<T>
  /** Label of its control in the form; when the right is given, also its sentence. */
  label: string
  hint?: string
}

const scope = z.enum(['all', 'own', 'none'])
export const scopeWords = { all: 'Everybody’s', own: 'Their own', none: 'None' } as const satisfies Record<
  z.infer<typeof scope>,
  string
>

const right = <T extends z.ZodType>(one: Right<T>): Right<T> => one
const flag = (
  label: string,
  { free = true, watching = false, ...rest }: Partial<Right<z.ZodBoolean>> = {},
): Right<z.ZodBoolean> => ({ accepts: z.boolean(), free, watching, label, ...rest })

/** In the order of the form and of the sentences. */
export const rights = {
  /** Kinds of note that may be added. */
  add: right({
    accepts: z.union([z.literal('all'), z.array(noteKindId).max(20)]),
    free: 'all',
    watching: [],
    label: 'Notes they may put up',
  }),
  /** New notes are written into a private document that nobody else can read until the reveal. */
  private: flag('Write privately', {
    free: false,
    hint: 'Each writes on their own; nobody, you included, sees the notes until the reveal.',
  }),
  /** A private round whose notes never get an author. */
  anonymous: flag('Without names, for good', {
    free: false,
    hint: 'Nobody can ever find out who wrote what: not on the wall, not in the history.',
  }),
  /** In a private round: each may also show their own notes before the reveal; never in an anonymous one. */
  share: flag('Show one’s own before the reveal', {
    free: false,
    hint: 'Each may put single notes of their own on the wall while the others still write.',
  }),
  edit: right({ accepts: scope, free: 'all', watching: 'none', label: 'Change notes' }),
  delete: right({ accepts: scope, free: 'all', watching: 'none', label: 'Remove notes' }),
  link: flag('Link notes'),
  lanes: flag('Change lanes'),
  outcome: flag('Write promise and outcome'),
  details: flag('Enter details of steps'),
  marks: flag('Confirm points of failure'),
  verdicts: flag('Give verdicts'),
  vote: flag('Place dots in a vote'),
  seeResults: flag('See results of votes', { watching: true }),
  comment: flag('Comment', { watching: true }),
}

export type RightName = keyof typeof rights
export type ActivityRights = { readonly [R in RightName]: z.output<(typeof rights)[R]['accepts']> }
/** The rights that are on or off. */
export type Flag = { [R in RightName]: ActivityRights[R] extends boolean ? R : never }[RightName]

export const rightNames = Object.keys(rights) as RightName[]
export const isFlag = (name: RightName): name is Flag => rights[name].accepts instanceof z.ZodBoolean

type Table = Record<string, Right<z.ZodType>>
const each = <T>(table: Table, of: (one: Right<z.ZodType>) => unknown): T =>
  Object.fromEntries(Object.entries(table).map(([name, one]) => [name, of(one)])) as T

export const freeWork: ActivityRights = each(rights, one => one.free)
/** The base that activities add to. */
export const watchOnly: ActivityRights = each(rights, one => one.watching)

/** Parses rights as sent and stored. Unknown ones, of a newer version, are ignored; `.strict()` refuses them. */
export const objectOf = <T extends Table>(table: T) =>
  z.object(each<{ [R in keyof T]: z.ZodDefault<T[R]['accepts']> }>(table, one => one.accepts.default(one.watching)))
export const activityRights = objectOf(rights)

/** Rights that have a meaning only beside others; elsewhere they are off and hidden. */
const matters: { readonly [R in RightName]?: (others: ActivityRights) => boolean } = {
  anonymous: others => others.private,
  share: others => others.private && !others.anonymous,
}
export const isAsked = (name: RightName, others: ActivityRights): boolean => matters[name]?.(others) ?? true

/** Returns the rights with some changed, and those that thereby lost their meaning switched off. */
export function changeRights(now: ActivityRights, change: Partial<ActivityRights>): ActivityRights {
  const next = { ...now, ...change }
  const off = rightNames.filter(name => isFlag(name) && !isAsked(name, next))
  return { ...next, ...Object.fromEntries(off.map(name => [name, false])) }
}

const list = new Intl.ListFormat('en', { type: 'conjunction' })
const notesOf = { all: 'all notes', own: 'your own notes', none: '' } as const

/** Sentences that differ from the right's label; '' for none. */
const sentences: { readonly [R in RightName]?: (now: ActivityRights) => string } = {
  add: ({ add }) =>
    add === 'all'
      ? 'Put up notes of every kind'
      : add.length > 0
        ? `Put up notes: ${list.format(add.map(id => noteKind(id).label))}`
        : '',
  edit: now =>
    now.edit === 'none' ? '' : `Change ${now.edit === now.delete ? 'and remove ' : ''}${notesOf[now.edit]}`,
  delete: now => (now.delete === 'none' || now.delete === now.edit ? '' : `Remove ${notesOf[now.delete]}`),
  private: now =>
    now.private
      ? `Nobody sees them until the reveal${now.anonymous ? ', and nobody ever learns who wrote what' : ''}`
      : '',
  anonymous: () => '',
  share: now => (now.share && isAsked('share', now) ? 'Show your own before that, if you like' : ''),
  details: now =>
    now.details && now.edit !== 'none' ? `Enter details of ${now.edit === 'own' ? 'your own steps' : 'steps'}` : '',
  vote: now => (now.vote ? 'Place dots' : ''),
  seeResults: () => '',
}

/** What contributors may do, one short sentence each; what they may not do is left out. */
export const rightsInWords = (now: ActivityRights): string[] =>
  rightNames
    .map(name => {
      const says = sentences[name]
      return says ? says(now) : now[name] === true ? rights[name].label : ''
    })
    .filter(Boolean)
