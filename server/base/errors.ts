/** An expected failure: a stable code for programs, a sentence for people, the HTTP status it becomes. */
export class AppError extends Error {
  override readonly name = 'AppError'
  readonly code: string
  readonly status: number
  constructor(status: number, code: string, message: string) {
    super(message)
    this.code = code
    this.status = status
  }
}

/** By name and not by class: pages and routes have their own copy of this module beside the server's. */
export const isAppError = (error: unknown): error is AppError => error instanceof Error && error.name === 'AppError'

/** The same answer whether the thing does not exist or is not this person's: existence is not disclosed. */
export const notFound = () => new AppError(404, 'not-found', 'This does not exist, or it is not open to you.')
export const badRequest = (message: string) => new AppError(400, 'bad-request', message)
export const forbidden = (reason: string) => new AppError(403, 'forbidden', reason)
export const signInFirst = () => new AppError(401, 'sign-in', 'Sign in first, or open your invite again.')
export const gone = (code: string, message: string) => new AppError(410, code, message)
export const conflict = (message: string) => new AppError(409, 'conflict', message)
export const tooMany = () => new AppError(429, 'too-many', 'That was tried too often; wait a moment and try again.')
