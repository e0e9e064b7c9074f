import type { Person } from '#lib/protocol/messages.ts'

export const roleWords: Record<Person['role'], string> = {
  facilitator: 'Facilitator',
  contributor: 'Contributor',
  observer: 'Observer',
  manager: 'Manager',
}
