import { startTransition, useEffect, useState, useSyncExternalStore } from 'react'

/** A value outside React that says when it changes. */
export interface Readable<T> {
  get(): T
  subscribe(listener: () => void): () => void
}

export class ValueStore<T> implements Readable<T> {
  #value: T
  readonly #listeners = new Set<() => void>()
  constructor(value: T) {
    this.#value = value
  }
  get = (): T => this.#value
  set(value: T): void {
    if (Object.is(value, this.#value)) return
    this.#value = value
    for (const listener of [...this.#listeners]) listener()
  }
  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }
}

/** Listeners by key, so that a change tells only those whom it concerns. */
export class Watchers {
  readonly #byKey = new Map<string, Set<() => void>>()
  watch(key: string, watcher: () => void): () => void {
    const set = this.#byKey.get(key) ?? new Set()
    this.#byKey.set(key, set.add(watcher))
    return () => {
      set.delete(watcher)
      if (set.size === 0 && this.#byKey.get(key) === set) this.#byKey.delete(key)
    }
  }
  has = (key: string): boolean => this.#byKey.has(key)
  tell(keys: Iterable<string>): void {
    for (const key of keys) for (const watcher of [...(this.#byKey.get(key) ?? [])]) watcher()
  }
}

export const useStore = <T>(store: Readable<T>): T => useSyncExternalStore(store.subscribe, store.get, store.get)

/** What a store holds, a moment later: React draws it between frames, and what people do meanwhile comes first. */
export function useStoreLater<T>(store: Readable<T>): T {
  const [held, setHeld] = useState(() => ({ store, value: store.get() }))
  useEffect(() => {
    const follow = () =>
      startTransition(() => {
        const value = store.get()
        setHeld(held => (held.store === store && Object.is(held.value, value) ? held : { store, value }))
      })
    follow()
    return store.subscribe(follow)
  }, [store])
  return held.store === store ? held.value : store.get()
}

/** Part of a store; re-renders only when that part, a primitive or something with identity, changes. */
export const useStorePart = <T, P>(store: Readable<T>, part: (value: T) => P): P => {
  const read = () => part(store.get())
  return useSyncExternalStore(store.subscribe, read, read)
}
