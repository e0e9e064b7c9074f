import { notFound, redirect } from 'next/navigation'
import { signInFor } from '#lib/access/path.ts'
import { signedInPerson } from '#server/auth.ts'
import { running } from '#server/base/runtime.ts'
import { libraryOf } from '#server/use-cases/library.ts'
import { aboutMe } from '#server/use-cases/people.ts'

/** Returns the signed-in person; sends others to sign in and back to `path`. */
export async function visitor(path: string) {
  const person = await signedInPerson()
  if (!person) redirect(signInFor(path))
  const parts = running()
  const { person: me } = await aboutMe(parts, person)
  return { parts, person, me }
}

/** Returns a visitor who may browse the workspace's library; for anybody else the page does not exist. */
export async function libraryVisitor(path: string, workspace?: string) {
  const { parts, person, me } = await visitor(path)
  const library = await found(libraryOf(parts, person, workspace))
  return { parts, person, me, ...library }
}

/** Turns a refusal of a use case into a page that does not exist; other errors stay errors. */
export async function found<T>(asked: Promise<T>): Promise<T> {
  try {
    return await asked
  } catch (error) {
    if (
      typeof error === 'object' &&
      error !== null &&
      'status' in error &&
      (error.status === 404 || error.status === 403)
    )
      notFound()
    throw error
  }
}

export type Search = Promise<Record<string, string | string[] | undefined>>
/** Returns one value of a search parameter. */
export const one = (value: string | string[] | undefined): string | undefined =>
  Array.isArray(value) ? value[0] : value
