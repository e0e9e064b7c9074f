import { z } from 'zod'

/** ISO 4217, three capital letters of a known currency; null: the workspace has none. */
export const currency = z
  .string()
  .regex(/^[A-Z]{3}$/, 'A currency is three capital letters, as EUR.')
  .refine(code => codes().has(code), 'There is no such currency.')
  .nullable()

let known: ReadonlySet<string> | undefined
const codes = () => {
  known ??= new Set(Intl.supportedValuesOf('currency'))
  return known
}

/** The most common currencies, listed first. */
const usual = ['EUR', 'USD', 'GBP', 'CHF', 'JPY']

/** Currencies to choose from, with their English names. */
export function currencies(): { code: string; name: string }[] {
  const names = new Intl.DisplayNames('en', { type: 'currency' })
  const others = [...codes()].filter(code => !usual.includes(code))
  return [...usual, ...others].map(code => ({ code, name: names.of(code) ?? code }))
}
