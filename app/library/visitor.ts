import { cookies } from 'next/headers'
import { notFound, redirect } from 'next/navigation'
import { signInFor } from '#lib/access/path.ts'
import { chosenWorkspace, workspaceCookie } from '#lib/access/workspace-choice.ts'
import { signedInPerson } from '#server/auth.ts'
import { sawMember } from '#server/base/last-here.ts'
import { running } from '#server/base/runtime.ts'
import type { PersonRecord } from '#server/store/store.ts'
import { libraryOf } from '#server/use-cases/library.ts'
import { aboutMe } from '#server/use-cases/people.ts'

/** Whoever is signed in, and the workspace that they are in; the others are sent to sign in and come back to `path`. */
export async function visitor(path: string) {
  const person = await signedInPerson()
  if (!person) redirect(signInFor(path))
  const parts = running()
  return { parts, person, who: await whoIs(person) }
}

/** A signed-in person as the pages show them, in the workspace that this browser has chosen. */
export async function whoIs(person: PersonRecord) {
  const { store } = running()
  const { person: me, workspaces } = await aboutMe({ store }, person)
  const workspace = chosenWorkspace(workspaces, (await cookies()).get(workspaceCookie)?.value)
  if (workspace) sawMember(store, workspace.id, person.id)
  return { me, workspaces, workspace }
}

/** A visitor of a page about their workspace, which does not exist for people without one. */
export async function workspaceVisitor(path: string) {
  const { parts, person, who } = await visitor(path)
  if (!who.workspace) notFound()
  return { parts, person, who, workspace: who.workspace }
}

/** Returns a visitor who may browse the workspace's library; for anybody else the page does not exist. */
export async function libraryVisitor(path: string, workspace?: string) {
  const { parts, person, who } = await visitor(path)
  const library = await found(libraryOf(parts, person, workspace ?? who.workspace?.id))
  return { parts, person, who, ...library }
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
