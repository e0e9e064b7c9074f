import { z } from 'zod'
import { limits } from '../board/fields.ts'

/** Control characters, and the marks that turn the direction of the text around a name. */
const invisible = /[\p{Cc}\u200B\u200E\u200F\u2028-\u202E\u2060-\u2069\uFEFF]/gu

const clean = (text: string) => text.replace(invisible, ' ').replace(/\s+/g, ' ').trim()

/** One line of text, trimmed; error sentences begin with `what`. */
export const line = (what: string, { min = 1, max = limits.name as number } = {}) =>
  z
    .string({ error: `${what} is missing.` })
    .transform(clean)
    .pipe(
      z
        .string()
        .min(min, { error: `${what} is empty.` })
        .max(max, { error: `${what} is too long: at most ${max} characters.` }),
    )

export const personName = line('The name')

export const email = z
  .string({ error: 'The email address is missing.' })
  .max(254, { error: 'The email address is too long.' })
  .transform(text => text.trim().toLowerCase())
  .pipe(z.email({ error: 'This is not an email address.' }))

export const password = z
  .string({ error: 'The password is missing.' })
  .min(8, { error: 'The password is too short: at least 8 characters.' })
  .max(200, { error: 'The password is too long: at most 200 characters.' })

/** A password typed for signing in: one that breaks the rules gives the same error as a wrong one. */
export const typedPassword = z.string({ error: 'The password is missing.' }).max(200)

/** A code of an authenticator app, or a recovery code. */
export const typedCode = z.string({ error: 'The code is missing.' }).max(60, { error: 'This is not a code.' })

/** Ms since 1970. */
export const time = z.number().int().min(0).max(8.64e15)
