import type { Command } from './define.ts'
import { signal } from './signal.ts'

/** Every command that a client may send over a board's socket; a new one is a file and a line here. */
export const commands: readonly Command[] = [signal]
