import type { Store } from '#server/store/store.ts'

/** How people are called in a workspace: by their name, or by the pseudonym that stands for one that was erased. */
export async function namesIn(
  { history }: Pick<Store, 'history'>,
  workspaceId: string,
): Promise<(personId: string, name: string) => string> {
  const erased = new Map((await history.pseudonyms(workspaceId)).map(each => [each.personId, each.name]))
  return (personId, name) => erased.get(personId) ?? name
}
