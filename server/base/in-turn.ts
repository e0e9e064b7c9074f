import { kept } from './runtime.ts'

const last = () => kept('turns', () => new Map<string, Promise<unknown>>())

/** Runs bodies with the same key one after another, so that what `body` reads first still holds when it writes. */
export function inTurn<T>(key: string, body: () => Promise<T>): Promise<T> {
  const turns = last()
  const mine = (turns.get(key) ?? Promise.resolve()).then(body, body)
  turns.set(key, mine)
  const settled = () => {
    if (turns.get(key) === mine) turns.delete(key)
  }
  mine.then(settled, settled)
  return mine
}
