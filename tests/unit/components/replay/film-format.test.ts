import { afterEach, expect, test, vi } from 'vitest'
import { filmFormat } from '#components/replay/film-format.ts'

afterEach(() => vi.unstubAllGlobals())

function browserThatWrites(...types: string[]) {
  vi.stubGlobal('HTMLCanvasElement', { prototype: { captureStream: () => undefined } })
  vi.stubGlobal('MediaRecorder', { isTypeSupported: (type: string) => types.some(each => type.startsWith(each)) })
}

test('films are WebM where a browser writes it, and MP4 where it writes that alone', () => {
  browserThatWrites('video/webm', 'video/mp4')
  expect(filmFormat()).toEqual({ mimeType: 'video/webm;codecs=vp8', ending: 'webm' })
  browserThatWrites('video/webm;codecs=vp9')
  expect(filmFormat()).toEqual({ mimeType: 'video/webm;codecs=vp9', ending: 'webm' })
  browserThatWrites('video/mp4')
  expect(filmFormat()?.ending).toBe('mp4')
})

test('without a recorder, a format that it writes, or a canvas that can be filmed there are no films', () => {
  browserThatWrites()
  expect(filmFormat()).toBeNull()
  browserThatWrites('video/webm')
  vi.stubGlobal('HTMLCanvasElement', { prototype: {} })
  expect(filmFormat()).toBeNull()
  vi.stubGlobal('MediaRecorder', undefined)
  expect(filmFormat()).toBeNull()
})
