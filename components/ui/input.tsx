import { cx } from 'class-variance-authority'
import { ChevronDown } from 'lucide-react'
import { type ComponentProps, useLayoutEffect, useRef } from 'react'

const box =
  'w-full rounded-md border border-line-strong bg-paper-0 px-3 text-base text-ink-900 disabled:bg-paper-100 disabled:text-ink-500 aria-invalid:border-danger aria-invalid:outline-danger'

/** 16 px and more, so that no phone zooms in on it. */
export const Input = ({ className, ...rest }: ComponentProps<'input'>) => (
  <input data-slot="input" dir="auto" className={cx(box, 'h-11', className)} {...rest} />
)

/** Grows with its text. */
export const Textarea = ({ className, rows = 3, ...rest }: ComponentProps<'textarea'>) => (
  <textarea
    data-slot="textarea"
    dir="auto"
    rows={rows}
    className={cx(box, 'field-sizing-content min-h-20 resize-y py-2', className)}
    {...rest}
  />
)

/** The browser's own list of choices: the best one on every phone and for every screen reader. */
export const Select = ({ className, children, ...rest }: ComponentProps<'select'>) => (
  <span className={cx('relative inline-block', className ?? 'w-full')}>
    <select
      ref={useEarlyChoice(rest.value)}
      data-slot="select"
      className={cx(box, 'h-11 appearance-none pr-9')}
      {...rest}
    >
      {children}
    </select>
    <ChevronDown aria-hidden className="pointer-events-none absolute top-3.5 right-3 size-4 text-ink-500" />
  </span>
)

/** Tells what somebody chose before the page was live, as soon as it is: React would put the list back without a word. */
function useEarlyChoice(value: ComponentProps<'select'>['value']) {
  const list = useRef<HTMLSelectElement>(null)
  const first = useRef(value)
  useLayoutEffect(() => {
    const served = Array.from(list.current?.options ?? []).find(option => option.defaultSelected)
    if (served && served.value === String(first.current) && list.current?.value !== served.value)
      list.current?.dispatchEvent(new Event('change', { bubbles: true }))
  }, [])
  return list
}
