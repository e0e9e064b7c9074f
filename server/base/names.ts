import type { Store } from '#server/store/store.ts'

/** Returns how people are called in a workspace: their name, or the pseudonym that replaced an erased one. */
export async function namesIn(
  { history }: Pick<Store, 'history'>,
  workspaceId: string,
): Promise<(personId: string, name: string) => string> {
  const erased = new Map((await history.pseudonyms(workspaceId)).map(each => [each.personId, each.name]))
  return (personId, name) => erased.get(personId) ?? name
}
