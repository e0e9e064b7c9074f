import { afterEach, expect, test, vi } from 'vitest'
import { copyText } from '#components/ui/copy-text.ts'

afterEach(() => vi.unstubAllGlobals())

/** A page over plain http: no clipboard, but a copy by hand, whose event says what is copied. */
function plainPage(allows: boolean) {
  const window = new EventTarget()
  const copied: string[] = []
  const clipboardData = { setData: (_type: string, text: string) => copied.push(text) }
  vi.stubGlobal('navigator', {})
  vi.stubGlobal('window', window)
  vi.stubGlobal('document', {
    execCommand: () => allows && window.dispatchEvent(Object.assign(new Event('copy'), { clipboardData })),
  })
  return copied
}

test('a text is copied where the browser gives pages no clipboard, as over plain http', async () => {
  const copied = plainPage(true)
  expect(await copyText('http://192.168.1.20:3000/join/abc')).toBe(true)
  expect(copied).toEqual(['http://192.168.1.20:3000/join/abc'])
})

test('nothing is said to be copied that is not', async () => {
  plainPage(false)
  expect(await copyText('secret')).toBe(false)
})
