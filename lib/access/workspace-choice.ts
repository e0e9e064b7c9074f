/** The cookie in which this browser keeps the id of the workspace that its person is in now. */
export const workspaceCookie = 'bp-workspace'

/** Returns the workspace that was chosen, if the person belongs to it, else their first; null when they have none. */
export const chosenWorkspace = <W extends { id: string }>(workspaces: readonly W[], asked: string | undefined) =>
  workspaces.find(({ id }) => id === asked) ?? workspaces[0] ?? null
