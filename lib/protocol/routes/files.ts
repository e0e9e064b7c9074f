import { z } from 'zod'
import { entityId } from '../../board/fields.ts'
import { csvSeparators } from '../../export/choices.ts'
import { tableChoice, tableLook } from '../../import/tables/read.ts'
import type { RouteDeclaration } from '../route.ts'
import { board } from './parts.ts'

const anyFile = { file: 'application/octet-stream' } as const
const svg = { file: 'image/svg+xml' } as const

const view = z.enum(['as-is', 'to-be'])
/** Separator between the cells of a CSV. */
const separator = z.enum(csvSeparators.map(({ id }) => id))

/** A file as the body: its name, and whether it is only previewed. */
const upload = z.object({
  name: z.string().default('file'),
  look: z.string().optional(),
  /** How to read a table, as JSON. */
  table: z
    .string()
    .transform((text, context): unknown => {
      try {
        return JSON.parse(text)
      } catch {
        context.addIssue('How the table is to be read is not valid JSON.')
        return z.NEVER
      }
    })
    .pipe(tableChoice)
    .optional(),
})

/** A preview of an import. */
const brings = z.strictObject({
  format: z.string(),
  title: z.string().nullable(),
  counts: z.strictObject({
    lanes: z.number(),
    notes: z.number(),
    links: z.number(),
    outcomes: z.number(),
    comments: z.number(),
  }),
  losses: z.array(z.string()),
  /** For an archive: the number of changes in its history. */
  changes: z.number().nullable(),
  /** For a table: how it was read. */
  table: tableLook.nullable(),
})
export type ImportView = z.infer<typeof brings>

/** Boards as files, into them and out of them. */
export const fileRoutes = {
  'POST /api/boards/[boardId]/import': {
    describes: 'Puts a file’s board under what is on this one; with `?look=1` says what it would bring.',
    who: 'board.import',
    query: upload,
    input: anyFile,
    answer: z.strictObject({ import: brings }),
    errors: ['too-long'],
  },
  'POST /api/boards/import': {
    describes: 'Makes a new board that is the file’s (status 201); with `?look=1` says what it would be.',
    who: 'board.create',
    query: upload.extend({ workspace: z.string().optional() }),
    input: anyFile,
    answer: z.strictObject({ import: brings, board: board.optional() }),
    errors: ['too-many-kept', 'too-long'],
  },
  'GET /api/boards/[boardId]/export/[format]': {
    describes: 'The board as a file. A view or a separator that is not known counts as not asked.',
    who: 'board.export',
    records: 'board.export',
    query: z.object({ view: view.optional().catch(undefined), separator: separator.optional().catch(undefined) }),
    answer: anyFile,
    errors: ['bad-request', 'too-long'],
  },
  'POST /api/boards/[boardId]/export/[format]': {
    describes: 'A picture of some of the board’s notes; other formats hold the whole board.',
    who: 'board.export',
    records: 'board.export',
    input: z.strictObject({
      view: view.optional(),
      separator: separator.optional(),
      notes: z.array(entityId).min(1).max(4_000).optional(),
    }),
    answer: anyFile,
    errors: ['too-long'],
  },
  'GET /api/boards/[boardId]/archive': {
    describes: 'The board with all its history.',
    who: 'board.replay',
    records: 'board.archive',
    answer: { file: 'application/zip' },
    errors: ['too-long'],
  },
  'GET /api/boards/[boardId]/picture': {
    describes: 'The board as a small picture, a minute old at most.',
    who: 'board.see',
    answer: svg,
    errors: ['too-long'],
  },
  'GET /api/library/[boardId]/picture': {
    describes: 'The wall of a finished board, which never changes.',
    who: 'library.browse',
    answer: svg,
  },
} as const satisfies Record<string, RouteDeclaration>
