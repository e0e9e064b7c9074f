import { type ErrorCode, errorStatus } from '#lib/protocol/errors.ts'

/** An expected failure: a stable code for programs, a sentence for people. */
export class AppError extends Error {
  override readonly name = 'AppError'
  readonly code: ErrorCode
  constructor(code: ErrorCode, message: string) {
    super(message)
    this.code = code
  }
  /** The HTTP status of this failure. */
  get status(): number {
    return errorStatus[this.code]
  }
}

/** Checks the name, not the class: pages and routes have their own copy of this module beside the server's. */
export const isAppError = (error: unknown): error is AppError => error instanceof Error && error.name === 'AppError'

/** The same error whether the object does not exist or is closed to this person: its existence is not disclosed. */
export const notFound = () => new AppError('not-found', 'This does not exist, or it is not open to you.')
export const badRequest = (message: string) => new AppError('bad-request', message)
export const forbidden = (reason: string) => new AppError('forbidden', reason)
export const signInFirst = () => new AppError('sign-in', 'Sign in first, or open your invite again.')
export const conflict = (message: string) => new AppError('conflict', message)
export const tooMany = () => new AppError('too-many', 'That was tried too often; wait a moment and try again.')
