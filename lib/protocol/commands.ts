import { z } from 'zod'
import type { Ability } from '../access/policy.ts'
import { fieldValues } from '../board/fields.ts'
import { isRootName } from '../board/schema.ts'
import { agenda } from '../facilitation/define.ts'
import { ballot, voteOutcome } from '../facilitation/voting.ts'
import { clientSignal } from './signals.ts'

/**
 * Every command that a client may send over a board's socket: what the server decides instead of merging. The server
 * implements each of them (server/commands); `Collab.request` and `ask` take their names, inputs and answers from here.
 * Browsers import only types: the request names the command.
 */
export interface CommandDeclaration {
  describes: string
  /** Checked against the policy with the role stored at that moment, before the input is read. */
  ability: Ability
  input: z.ZodType
  answer: z.ZodType
}

const nothing = z.strictObject({})
/** The answer of a command without a result. */
const done = z.null()
const minutes = z.number().min(0.1).max(600)
/** An area of the wall next to which notes are added: `[x, y, w, h]`, board px; null: wherever there is room. */
const near = fieldValues.rect.nullable().default(null)
/** Number of an update in the board's history. */
const seq = z.number().int().min(0)
const repaired = z.strictObject({
  /** Number of entities that were changed. */
  changed: z.number().int(),
  /** Going back to this update undoes the repair. */
  before: seq,
})

export const repairInputs = {
  back: z.strictObject({ to: seq }),
  undo: z.strictObject({
    /** The person whose work is undone. */
    undo: z.string().min(1).max(64),
    /** From this update on; null: only their last one. */
    since: seq.nullable().default(null),
  }),
  bringBack: z.strictObject({ root: z.string().refine(isRootName), id: z.string().min(1).max(40) }),
} as const

export const commands = {
  signal: {
    describes: 'Shows all something short-lived, as a reaction. Never stored.',
    ability: 'hand.raise',
    input: clientSignal,
    answer: done,
  },

  'agenda.set': {
    describes: 'Replaces the agenda, before or during the session, which keeps it too.',
    ability: 'stage.lead',
    input: z.strictObject({ items: agenda }),
    answer: done,
  },
  'agenda.go': {
    describes: 'Moves everybody to an item of the agenda, its timer set and standing; null: work without an agenda.',
    ability: 'stage.lead',
    input: z.strictObject({ item: z.string().max(40).nullable() }),
    answer: done,
  },

  'timer.start': {
    describes: 'Starts the timer, or lets it go on after a pause; with minutes, anew.',
    ability: 'stage.lead',
    input: z.strictObject({ minutes: minutes.optional() }),
    answer: done,
  },
  'timer.pause': { describes: 'Holds the timer.', ability: 'stage.lead', input: nothing, answer: done },
  'timer.add': {
    describes: 'Gives more (or less) time; an ended timer runs again, and what its end froze thaws.',
    ability: 'stage.lead',
    input: z.strictObject({ minutes: z.number().min(-600).max(600) }),
    answer: done,
  },
  'timer.end': { describes: 'Takes the timer away.', ability: 'stage.lead', input: nothing, answer: done },

  'stage.freeze': {
    describes: 'Freezes the wall for contributors, or lets them write again.',
    ability: 'stage.lead',
    input: z.strictObject({ frozen: z.boolean() }),
    answer: done,
  },
  'stage.inbox': {
    describes: 'Lets contributors’ notes go to the inbox first, or straight onto the wall.',
    ability: 'stage.lead',
    input: z.strictObject({ on: z.boolean() }),
    answer: done,
  },
  'stage.spotlight': {
    describes: 'Puts a light on a note or an area, or takes it away.',
    ability: 'stage.lead',
    input: z.strictObject({ rect: fieldValues.rect.nullable(), noteId: fieldValues.entityId.nullable().default(null) }),
    answer: done,
  },
  'stage.cursors': {
    describes: 'Hides everybody’s pointers, or shows them.',
    ability: 'stage.lead',
    input: z.strictObject({ hidden: z.boolean() }),
    answer: done,
  },
  'stage.gather': {
    describes: 'Brings everyone to a part of the wall, once; each may go back.',
    ability: 'stage.lead',
    input: z.strictObject({ rect: fieldValues.rect }),
    answer: done,
  },

  'hand.raise': {
    describes: 'Raises one’s hand at the end of the queue, or takes it down; a facilitator may take down anybody’s.',
    ability: 'hand.raise',
    input: z.strictObject({ up: z.boolean(), personId: z.string().max(64).optional() }),
    answer: done,
  },
  'ready.say': {
    describes: 'Says “I’m ready” with the current activity, or takes it back.',
    ability: 'hand.raise',
    input: z.strictObject({ ready: z.boolean() }),
    answer: done,
  },

  'drafts.waiting': {
    describes: 'Rounds of private notes that have not been revealed, with nothing but numbers.',
    ability: 'draft.reveal',
    input: nothing,
    answer: z.array(
      z.strictObject({
        round: z.string(),
        /** Name of its activity; null when that is no longer on the agenda. */
        name: z.string().nullable(),
        anonymous: z.boolean(),
        /** Whether it is the current activity. */
        now: z.boolean(),
        people: z.number().int(),
        notes: z.number().int(),
      }),
    ),
  },
  'drafts.reveal': {
    describes: 'Brings everybody’s notes of a round onto the wall, or into the inbox, at once.',
    ability: 'draft.reveal',
    input: z.strictObject({ round: z.string().max(60), near, inbox: z.boolean().default(false) }),
    answer: z.strictObject({ notes: z.number().int() }),
  },
  'drafts.share': {
    describes: 'Brings private notes of one’s own onto the wall before the others’; without ids, all.',
    ability: 'draft.share-mine',
    input: z.strictObject({ notes: z.array(fieldValues.entityId).max(500).nullable().default(null), near }),
    answer: z.strictObject({ notes: z.number().int() }),
  },

  'vote.open': {
    describes: 'Opens a dot vote.',
    ability: 'vote.lead',
    input: z.strictObject({
      title: z.string().trim().max(120).default(''),
      dots: z.number().int().min(1).max(50),
      perNote: z.number().int().min(1).max(50).nullable().default(null),
      self: z.boolean().default(true),
      open: z.boolean().default(false),
      targets: z.array(z.string().max(40)).min(1).max(2_000),
      /** A further round of the vote just closed, on some of its notes. */
      again: z.boolean().default(false),
    }),
    answer: z.strictObject({ id: z.string() }),
  },
  'vote.cast': {
    describes: 'Casts one’s whole ballot, in place of the one before.',
    ability: 'vote.cast',
    input: z.strictObject({ dots: ballot }),
    answer: z.strictObject({ left: z.number().int() }),
  },
  'vote.mine': {
    describes: 'One’s own ballot, to show it again after a reload.',
    ability: 'board.see',
    input: nothing,
    answer: z.strictObject({ vote: z.string(), dots: ballot }),
  },
  'vote.close': {
    describes: 'Ends a vote; everybody sees the results, or only who leads, as the activity says.',
    ability: 'vote.lead',
    input: nothing,
    answer: done,
  },
  'vote.results': {
    describes: 'The outcome of the vote that was closed, while only facilitators know it; null when there is none.',
    ability: 'vote.lead',
    input: nothing,
    answer: z.strictObject({ vote: z.string(), ...voteOutcome.shape }).nullable(),
  },
  'vote.show': {
    describes: 'Shows everybody an outcome that only the facilitators knew.',
    ability: 'vote.lead',
    input: nothing,
    answer: done,
  },
  'vote.dismiss': {
    describes: 'Takes the results off everybody’s screen; on the notes and in the list of votes they stay.',
    ability: 'vote.lead',
    input: nothing,
    answer: done,
  },

  'board.clear': {
    describes: 'Removes for good what was taken off, which makes the board smaller; its history keeps it.',
    ability: 'board.clear',
    input: nothing,
    answer: z.strictObject({
      /** Number of notes, links and other things. */
      removed: z.number().int(),
      /** Bytes by which the board has become smaller. */
      freed: z.number().int(),
    }),
  },
  'repair.back': {
    describes: 'Puts the wall back to what it was after an update.',
    ability: 'board.restore',
    input: repairInputs.back,
    answer: repaired,
  },
  'repair.undo': {
    describes: 'Takes back what somebody did last, or from an update on, wherever nobody else has written since.',
    ability: 'board.restore',
    input: repairInputs.undo,
    answer: repaired,
  },
  'repair.bring-back': {
    describes: 'Brings something back that was taken off: a note, a link, a lane, an outcome, a comment.',
    ability: 'board.restore',
    input: repairInputs.bringBack,
    answer: repaired,
  },
} as const satisfies Record<string, CommandDeclaration>

type Commands = typeof commands
export type CommandName = keyof Commands
/** The input as sent: defaults may be left out. */
export type CommandInput<N extends CommandName> = z.input<Commands[N]['input']>
/** The input as the server uses it: parsed, with defaults. */
export type ParsedInput<N extends CommandName> = z.output<Commands[N]['input']>
export type CommandAnswer<N extends CommandName> = z.output<Commands[N]['answer']>

export const isCommandName = (name: string): name is CommandName => Object.hasOwn(commands, name)
