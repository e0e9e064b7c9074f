/**
 * What the record of a workspace tells of: each act with the words for people, said of who did it. A route whose
 * declaration names one is recorded when it succeeds. An act is never renamed: records that are kept name it.
 */
export const recordedActs = {
  'member.invite': 'made an invite for members',
  'member.invite-close': 'closed an invite for members',
  'member.join': 'joined by an invite',
  'member.role': 'gave a member another role',
  'member.reset': 'made a link for a new password',
  'member.remove': 'removed a member',
  'member.leave': 'left the workspace',
  'workspace.hand-over': 'handed the workspace over',
  'workspace.settings': 'changed the settings',
  'session.invite': 'made an invite to a session',
  'session.invite-close': 'closed an invite to a session',
  'session.role': 'gave somebody another role in a session',
  'session.remove': 'removed somebody from a session',
  'session.hand-over': 'handed a session over',
  'session.take-over': 'took a session over',
  'board.export': 'exported a board',
  'board.archive': 'exported a board with its history',
  'replay.share': 'made a link to a replay',
  'replay.share-close': 'closed a link to a replay',
  'person.erase': 'erased a name from the history',
  'board.finish': 'finished a board',
  'board.delete': 'deleted a board',
  'board.restore': 'restored a deleted board',
  'board.erase': 'erased a board for good',
  'record.download': 'downloaded this record',
} as const

export type Act = keyof typeof recordedActs
export const actNames = Object.keys(recordedActs) as [Act, ...Act[]]
