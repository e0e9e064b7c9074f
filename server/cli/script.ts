import { EnvError } from '#server/base/env.ts'
import { isAppError } from '#server/base/errors.ts'
import { isStoreError } from '../store/store.ts'

/** A script that was asked for something it does not do; the message is for the person who typed it. */
export class UsageError extends Error {}

/** Runs a script to its end; what people can do something about is one sentence and exit code 1. */
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
