import type { LogEntry } from '#server/store/log-store.ts'
import type {
  BoardRecord,
  InviteRecord,
  MemberInviteRecord,
  PersonRecord,
  SessionRecord,
  Store,
} from '#server/store/store.ts'

/** Records with everything filled in, for tests that care about one field. */
export const person = (id: string, more: Partial<PersonRecord> = {}): PersonRecord => ({
  id,
  name: `Name of ${id}`,
  email: `${id}@example.org`,
  passwordHash: null,
  createdAt: 1000,
  ...more,
})

export const board = (id: string, more: Partial<BoardRecord> = {}): BoardRecord => ({
  id,
  workspaceId: 'w',
  title: `Board ${id}`,
  customer: 'A guest',
  process: 'Ordering coffee',
  tags: ['coffee', 'as-is'],
  createdBy: 'ann',
  createdAt: 1000,
  changedAt: 1000,
  deletedAt: null,
  deletedBy: null,
  finishedAt: null,
  finishedBy: null,
  seriesId: id,
  ...more,
})

export const session = (id: string, more: Partial<SessionRecord> = {}): SessionRecord => ({
  id,
  boardId: 'b',
  title: `Session ${id}`,
  status: 'planned',
  plannedFor: null,
  startedAt: null,
  endedAt: null,
  agenda: '[]',
  lobby: false,
  shortCode: null,
  createdBy: 'ann',
  createdAt: 1000,
  ...more,
})

export const invite = (id: string, more: Partial<InviteRecord> = {}): InviteRecord => ({
  id,
  sessionId: 's',
  role: 'contributor',
  tokenHash: `hash of ${id}`,
  expiresAt: null,
  maxUses: null,
  uses: 0,
  revokedAt: null,
  passwordHash: null,
  createdBy: 'ann',
  createdAt: 1000,
  ...more,
})

export const memberInvite = (id: string, more: Partial<MemberInviteRecord> = {}): MemberInviteRecord => ({
  id,
  workspaceId: 'w',
  role: 'manager',
  tokenHash: `hash of ${id}`,
  expiresAt: 9000,
  maxUses: 1,
  uses: 0,
  revokedAt: null,
  createdBy: 'ann',
  createdAt: 1000,
  ...more,
})

export const entry = (docId: string, seq: number, size = 20): LogEntry => ({
  docId,
  seq,
  at: 1_700_000_000_000 + seq,
  actor: seq % 3 === 0 ? null : 'ann',
  update: Uint8Array.from({ length: size }, (_, i) => (i * 7 + seq) % 256),
})

/** Ann and Ben, Ann's workspace `w`, its board `b` with a session `s`. */
export async function furnish(store: Store): Promise<void> {
  await store.people.create(person('ann'))
  await store.people.create(person('ben'))
  await store.workspaces.create({ id: 'w', name: 'Coffee house', createdAt: 1000 }, 'ann')
  await store.boards.create(board('b'))
  await store.sessions.create(session('s'))
}
