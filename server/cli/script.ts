import { EnvError } from '#server/base/env.ts'
import { isAppError } from '#server/base/errors.ts'
import { isStoreError } from '../store/store.ts'

/** A script was called with arguments that it does not know; the message is for the person at the terminal. */
export class UsageError extends Error {}

/** Runs a script; a failure that people can fix is printed as one sentence, with exit code 1. */
export async function script(body: () => Promise<void>): Promise<void> {
  try {
    await body()
    process.exit(0)
  } catch (error) {
    const expected =
      error instanceof UsageError || error instanceof EnvError || isAppError(error) || isStoreError(error)
    const wrongOption = (error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS')
    console.error(expected || wrongOption ? (error as Error).message : error)
    process.exit(1)
  }
}
