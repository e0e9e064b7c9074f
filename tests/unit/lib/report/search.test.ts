import { expect, test } from 'vitest'
import { narrows, readSearch, searchAddress } from '#lib/report/search.ts'

test('a search comes back from its address as it was', () => {
  const search = readSearch({
    q: 'cup & saucer',
    tag: '100%',
    from: '2026-01-02',
    actions: 'overdue',
    sort: 'gain',
    page: '3',
  })
  const address = new URL(searchAddress(search, { page: 3 }), 'http://x')
  expect(readSearch(Object.fromEntries(address.searchParams))).toEqual(search)
})

test('what makes no sense in an address counts as not asked for', () => {
  const search = readSearch({ q: ['a', 'b'], from: 'yesterday', actions: 'all', sort: 'up', page: '-2', tag: '' })
  expect(search).toMatchObject({ q: 'a', sort: 'best', page: 1 })
  expect([search.from, search.actions, search.tag]).toEqual([undefined, undefined, undefined])
})

test('a changed search begins at its first page, and everything has the bare address', () => {
  const search = readSearch({ q: 'cup', page: '4' })
  expect(searchAddress(search, { tag: 'bar' })).toBe('/library?q=cup&tag=bar')
  expect(searchAddress(readSearch({}))).toBe('/library')
  expect(narrows(readSearch({ sort: 'title', page: '2' }))).toBe(false)
  expect(narrows(search)).toBe(true)
})
