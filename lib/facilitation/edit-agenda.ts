import { itemOf } from './agendas.ts'
import type { AgendaItem } from './define.ts'

type Items = readonly AgendaItem[]

/** Moves an item in the order; `to` is its index afterwards. */
export function moveItem(items: Items, id: string, to: number): AgendaItem[] {
  const moved = items.find(item => item.id === id)
  if (!moved) return [...items]
  const rest = items.filter(item => item.id !== id)
  const at = Math.min(Math.max(0, to), rest.length)
  return [...rest.slice(0, at), moved, ...rest.slice(at)]
}

/** Adds an activity at the end, but before a closing one. */
export function addItem(items: Items, activityId: string, newId: string): AgendaItem[] {
  const last = items.at(-1)?.activity === 'close' ? items.length - 1 : items.length
  return [...items.slice(0, last), itemOf(activityId, newId), ...items.slice(last)]
}

export const changeItem = (items: Items, id: string, change: Partial<AgendaItem>): AgendaItem[] =>
  items.map(item => (item.id === id ? { ...item, ...change } : item))

/** Duplicates an item right behind it. */
export const copyItem = (items: Items, id: string, newId: string): AgendaItem[] =>
  items.flatMap(item => (item.id === id ? [item, { ...item, id: newId }] : [item]))

export const removeItem = (items: Items, id: string): AgendaItem[] => items.filter(item => item.id !== id)

/** Copies the agenda for another session, with new ids for its items. */
export const freshItems = (items: Items, newId: () => string): AgendaItem[] =>
  items.map(item => ({ ...item, id: newId() }))

export const minutesOf = (items: Items): number => items.reduce((sum, item) => sum + item.minutes, 0)

/** The sentence about items that could not be read; '' when there are none. */
export const damagedWords = (damaged: number): string =>
  damaged === 0
    ? ''
    : `${damaged} ${damaged === 1 ? 'activity' : 'activities'} could not be read and ${damaged === 1 ? 'is' : 'are'} left out.`

/** Returns minutes in words: `45 min`, `2 h`, `2 h 15 min`; for 0 `no timer`. */
export function durationWords(minutes: number): string {
  if (minutes === 0) return 'no timer'
  const [h, m] = [Math.floor(minutes / 60), minutes % 60]
  return [h > 0 ? `${h} h` : '', m > 0 ? `${m} min` : ''].filter(Boolean).join(' ')
}
