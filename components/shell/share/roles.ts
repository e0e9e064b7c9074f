/** What people may come as, the most usual first. */
export const roles = [
  { id: 'contributor', label: 'Contributor: writes' },
  { id: 'observer', label: 'Observer: watches' },
  { id: 'facilitator', label: 'Facilitator: leads' },
] as const
