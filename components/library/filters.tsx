'use client'
import { cx } from 'class-variance-authority'
import { ListFilter, Search } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useEffect, useId, useRef, useState, useTransition } from 'react'
import { Button } from '#components/ui/button.tsx'
import { Input, Select } from '#components/ui/input.tsx'
import { type LibrarySearch, searchAddress } from '#lib/report/search.ts'
import { Labelled } from './labelled.tsx'

export interface Facets {
  customers: readonly string[]
  processes: readonly string[]
  tags: readonly string[]
  facilitators: readonly { id: string; name: string }[]
}

/** ms after the last key until the search starts. */
const pause = 220

/** Words and filters; every change is in the address, so that a search can be kept as a bookmark. */
export function LibraryFilters({ search, facets }: { search: LibrarySearch; facets: Facets }) {
  const router = useRouter()
  const [words, setWords] = useState(search.q ?? '')
  const [working, startTransition] = useTransition()
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  const found = search.q ?? ''
  // Words taken back by a link or by the browser's way back; what is being typed stays.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another address is a reason to look.
  useEffect(() => {
    if (timer.current === undefined && !working && words.trim() !== found) setWords(found)
  }, [found])
  const [open, setOpen] = useState(false)
  const id = useId()
  const { customer, process, tag, by, actions, from, to } = search
  const set = [customer, process, tag, by, actions, from, to].filter(value => value !== undefined).length
  const go = (change: Partial<LibrarySearch>) => {
    clearTimeout(timer.current)
    timer.current = undefined
    const next = { q: words.trim() || undefined, ...change }
    startTransition(() => router.replace(searchAddress(search, next), { scroll: false }))
  }
  const type = (text: string) => {
    setWords(text)
    clearTimeout(timer.current)
    timer.current = setTimeout(() => go({ q: text.trim() || undefined }), pause)
  }
  return (
    <search className="grid gap-3" aria-busy={working}>
      <form
        role="presentation"
        onSubmit={event => {
          event.preventDefault()
          go({})
        }}
        className="relative"
      >
        <Search aria-hidden className="pointer-events-none absolute top-3 left-3.5 size-5 text-ink-500" />
        <Input
          type="search"
          name="q"
          aria-label="Search all that is written on finished boards"
          placeholder="Search notes, outcomes and comments"
          value={words}
          onChange={event => type(event.target.value)}
          className="pl-11"
        />
      </form>
      <Button aria-expanded={open} aria-controls={id} className="sm:hidden" onClick={() => setOpen(!open)}>
        <ListFilter aria-hidden />
        {set > 0 ? `Filters, ${set} set` : 'Filters'}
      </Button>
      <div
        id={id}
        className={cx(
          'grid grid-cols-2 gap-2 sm:grid-cols-3 lg:auto-cols-fr lg:grid-flow-col lg:grid-cols-none',
          !open && 'max-sm:hidden',
        )}
      >
        <Choice
          label="Customer"
          value={search.customer}
          all="Every customer"
          options={facets.customers}
          onValue={customer => go({ customer })}
        />
        <Choice
          label="Process"
          value={search.process}
          all="Every process"
          options={facets.processes}
          onValue={process => go({ process })}
        />
        <Choice label="Tag" value={search.tag} all="Every tag" options={facets.tags} onValue={tag => go({ tag })} />
        <Choice
          label="Facilitator"
          value={search.by}
          all="Everybody"
          options={facets.facilitators.map(({ id, name }) => [id, name] as const)}
          onValue={by => go({ by })}
        />
        <Choice
          label="Actions"
          value={search.actions}
          all="Whatever state"
          options={[
            ['open', 'Some open'],
            ['overdue', 'Some overdue'],
            ['done', 'All done'],
          ]}
          onValue={actions => go({ actions: actions as LibrarySearch['actions'] })}
        />
        <Day label="Finished from" value={search.from} onValue={from => go({ from })} />
        <Day label="Finished until" value={search.to} onValue={to => go({ to })} />
      </div>
    </search>
  )
}

function Choice({
  label,
  value,
  all,
  options,
  onValue,
}: {
  label: string
  value: string | undefined
  all: string
  options: readonly (string | readonly [value: string, label: string])[]
  onValue: (value: string | undefined) => void
}) {
  // Nothing to choose from: no board says this of itself.
  if (options.length === 0 && value === undefined) return null
  return (
    <Labelled label={label}>
      <Select value={value ?? ''} onChange={event => onValue(event.target.value || undefined)}>
        <option value="">{all}</option>
        {options.map(option => {
          const [id, name] = typeof option === 'string' ? [option, option] : option
          return (
            <option key={id} value={id}>
              {name}
            </option>
          )
        })}
      </Select>
    </Labelled>
  )
}

const Day = ({
  label,
  value,
  onValue,
}: {
  label: string
  value: string | undefined
  onValue: (value: string | undefined) => void
}) => (
  <Labelled label={label}>
    <Input type="date" value={value ?? ''} onChange={event => onValue(event.target.value || undefined)} />
  </Labelled>
)
