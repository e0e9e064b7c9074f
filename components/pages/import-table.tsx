'use client'
import { Field } from '#components/ui/field.tsx'
import { Select } from '#components/ui/input.tsx'
import {
  type EncodingId,
  encodings,
  type FieldId,
  mayRepeat,
  type SeparatorId,
  separators,
  tableFields,
} from '#lib/import/tables/fields.ts'
import type { TableChoice, TableLook } from '#lib/import/tables/read.ts'

interface Props {
  table: TableLook
  choice: TableChoice
  onChoice: (choice: TableChoice) => void
}

/** How a table is read: its sheet, its header, its columns; and the first notes as they will be. */
export function ImportTable(props: Props) {
  return (
    <div className="mt-5 grid gap-5">
      <Whole {...props} />
      <Columns {...props} />
      {props.table.notes.length > 0 && <FirstNotes notes={props.table.notes} />}
    </div>
  )
}

function Whole({ table, choice, onChoice }: Props) {
  const { sheets, sheet, rows, header, separator, encoding } = table
  /** What stands above the columns: another choice of it proposes what is below anew. */
  const kept = {
    ...(choice.encoding ? { encoding: choice.encoding } : {}),
    ...(choice.separator ? { separator: choice.separator } : {}),
    ...(choice.sheet === undefined ? {} : { sheet: choice.sheet }),
  }
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      {sheets.length > 1 && (
        <Field label="Sheet">
          <Select value={sheet} onChange={event => onChoice({ ...kept, sheet: Number(event.target.value) })}>
            {sheets.map((name, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a sheet is its place in the workbook.
              <option key={index} value={index}>
                {name || `Sheet ${index + 1}`}
              </option>
            ))}
          </Select>
        </Field>
      )}
      <Field label="Names of the columns">
        <Select
          value={header ?? ''}
          onChange={event =>
            onChoice({ ...kept, header: event.target.value === '' ? null : Number(event.target.value) })
          }
        >
          <option value="">None: every row is a note</option>
          {rows.map(({ row, says }) => (
            <option key={row} value={row}>
              Row {row}: {says}
            </option>
          ))}
        </Select>
      </Field>
      {separator !== null && (
        <Field label="Between the columns">
          <Select
            value={separator}
            onChange={event => onChoice({ ...kept, separator: event.target.value as SeparatorId })}
          >
            {Object.entries(separators).map(([id, { label }]) => (
              <option key={id} value={id}>
                {label}
              </option>
            ))}
          </Select>
        </Field>
      )}
      {encoding !== null && (
        <Field label="Letters" hint="Where accents look wrong below, choose another.">
          <Select
            value={encoding}
            onChange={event => onChoice({ ...kept, encoding: event.target.value as EncodingId })}
          >
            {encodings.map(({ id, label }) => (
              <option key={id} value={id}>
                {label}
              </option>
            ))}
          </Select>
        </Field>
      )}
    </div>
  )
}

function Columns({ table, choice, onChoice }: Props) {
  const fields = table.columns.map(({ field }, index) => (choice.columns ? (choice.columns[index] ?? null) : field))
  const change = (column: number, field: FieldId | null) => {
    const others = (one: FieldId | null) => (one !== null && one === field && !mayRepeat(one) ? null : one)
    onChoice({ ...choice, columns: fields.map((one, index) => (index === column ? field : others(one))) })
  }
  return (
    <section aria-label="Columns">
      <h3 className="mb-2 text-base">What the columns are</h3>
      <ul className="grid gap-2 sm:grid-cols-2">
        {table.columns.map(({ name, samples }, index) => {
          const called = name || `Column ${index + 1}`
          if (samples.length === 0 && fields[index] === null) return null
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place in the table.
            <li key={index} className="grid min-w-0 content-start gap-1.5 rounded-md bg-paper-100 p-3">
              <Field
                label={<bdi className="block truncate">{called}</bdi>}
                hint={<bdi className="line-clamp-2 break-words">{samples.join(' · ') || 'Empty'}</bdi>}
              >
                <Select
                  value={fields[index] ?? ''}
                  onChange={event => change(index, event.target.value === '' ? null : (event.target.value as FieldId))}
                >
                  <option value="">Not used</option>
                  {tableFields.map(({ id, label }) => (
                    <option key={id} value={id}>
                      {label}
                    </option>
                  ))}
                </Select>
              </Field>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

const FirstNotes = ({ notes }: Pick<TableLook, 'notes'>) => (
  <section aria-label="The first notes as they will be">
    <h3 className="mb-2 text-base">The first notes as they will be</h3>
    <ol className="grid gap-2 sm:grid-cols-2">
      {notes.map(({ text, kind, lane, more }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two notes may say the same.
        <li key={index} className="min-w-0 rounded-note border border-line bg-paper-50 px-3 py-2">
          <p dir="auto" className="line-clamp-4 whitespace-pre-line break-words font-note text-lg leading-snug">
            {text}
          </p>
          <p className="break-words text-ink-500 text-xs">
            <bdi>{[kind, ...(lane ? [`Lane ${lane}`] : []), ...more].join(' · ')}</bdi>
          </p>
        </li>
      ))}
    </ol>
  </section>
)
