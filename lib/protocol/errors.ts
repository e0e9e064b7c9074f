/**
 * Every refusal of the server, over HTTP as `{"error": {"code", "message"}}` and over the socket in a Result: a stable
 * code for programs, with its HTTP status; the message is the sentence for the person.
 */
export const errorStatus = {
  'bad-request': 400,
  'sign-in': 401,
  'wrong-password': 401,
  'code-needed': 401,
  'code-wrong': 401,
  forbidden: 403,
  'password-needed': 403,
  'password-wrong': 403,
  'not-found': 404,
  'no-such-invite': 404,
  'no-such-code': 404,
  'no-such-link': 404,
  'no-such-passkey': 404,
  'no-such-replay': 404,
  conflict: 409,
  'email-taken': 409,
  led: 409,
  'too-many-kept': 409,
  'session-ended': 410,
  'invite-revoked': 410,
  'invite-expired': 410,
  'invite-used-up': 410,
  'replay-revoked': 410,
  'replay-expired': 410,
  'too-large': 413,
  'unsupported-media': 415,
  'too-long': 422,
  'too-many': 429,
  internal: 500,
  'not-finished': 500,
  busy: 503,
  storage: 503,
  'storage-busy': 503,
  'storage-damaged': 500,
  'storage-full': 507,
  failed: 500,
  // Made by the client: no connection, no response in time.
  offline: 503,
  timeout: 504,
} as const

export type ErrorCode = keyof typeof errorStatus
