import { gateLimits } from './limits.ts'
import { refuse } from './refusal.ts'

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
const forbiddenKeys: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype'])

/** Reads lib0's encoding within bounds: every read is checked against the remaining bytes. */
export class ByteReader {
  readonly #bytes: Uint8Array
  readonly #view: DataView
  #at = 0

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  }

  get left(): number {
    return this.#bytes.length - this.#at
  }

  byte(): number {
    const value = this.#bytes[this.#at]
    if (value === undefined) return refuse('decode.truncated')
    this.#at += 1
    return value
  }

  /** An unsigned integer up to 2^53 − 1. */
  uint(): number {
    let value = 0
    let factor = 1
    for (let read = 0; read < 8; read++) {
      const byte = this.byte()
      value += (byte & 127) * factor
      if (byte < 128) return value <= Number.MAX_SAFE_INTEGER ? value : refuse('decode.number')
      factor *= 128
    }
    return refuse('decode.number')
  }

  uintUpTo(limit: number): number {
    const value = this.uint()
    return value <= limit ? value : refuse('decode.number')
  }

  /** Reads the number of following elements, each of at least so many bytes. */
  count(limit: number, bytesEach: number): number {
    const value = this.uint()
    if (value > limit) refuse('size.structs')
    return value * bytesEach <= this.left ? value : refuse('decode.truncated')
  }

  string(): string {
    const length = this.uint()
    if (length > this.left) refuse('decode.truncated')
    const start = this.#at
    this.#at += length
    // Most strings are a few ASCII letters: decoding them here is faster than through the decoder.
    if (length <= 12) {
      let text = ''
      for (let i = start; i < this.#at; i++) {
        const byte = this.#bytes[i] ?? 0
        if (byte > 127) return this.#decode(start)
        text += String.fromCharCode(byte)
      }
      return text
    }
    return this.#decode(start)
  }

  /** The name of a root, an entity, a field, or a key inside a value. */
  key(): string {
    const key = this.string()
    return key.length > gateLimits.key || forbiddenKeys.has(key) ? refuse('decode.key') : key
  }

  /** A JSON value as lib0 writes it; no NaN, infinity, undefined, bigint or bytes. */
  any(depth = 0): unknown {
    switch (this.byte()) {
      case 126:
        return null
      case 125:
        return this.#int()
      case 124:
        return finite(this.#view.getFloat32(this.#skip(4)))
      case 123:
        return finite(this.#view.getFloat64(this.#skip(8)))
      case 121:
        return false
      case 120:
        return true
      case 119:
        return this.string()
      case 118:
        return this.#object(depth + 1)
      case 117:
        return this.#array(depth + 1)
      default:
        return refuse('decode.content')
    }
  }

  #decode(start: number): string {
    try {
      return utf8.decode(this.#bytes.subarray(start, this.#at))
    } catch {
      return refuse('decode.text')
    }
  }

  #skip(length: number): number {
    if (length > this.left) refuse('decode.truncated')
    this.#at += length
    return this.#at - length
  }

  #int(): number {
    const first = this.byte()
    const sign = first & 64 ? -1 : 1
    let value = first & 63
    let factor = 64
    let more = first >= 128
    for (let read = 0; more; read++) {
      if (read === 8) refuse('decode.number')
      const byte = this.byte()
      value += (byte & 127) * factor
      factor *= 128
      more = byte >= 128
    }
    return value <= Number.MAX_SAFE_INTEGER ? sign * value : refuse('decode.number')
  }

  #object(depth: number): Record<string, unknown> {
    if (depth > gateLimits.depth) refuse('decode.depth')
    const object: Record<string, unknown> = {}
    for (let left = this.count(1_000, 2); left > 0; left--) object[this.key()] = this.any(depth)
    return object
  }

  #array(depth: number): unknown[] {
    if (depth > gateLimits.depth) refuse('decode.depth')
    const array: unknown[] = []
    for (let left = this.count(1_000, 1); left > 0; left--) array.push(this.any(depth))
    return array
  }
}

const finite = (value: number): number => (Number.isFinite(value) ? value : refuse('decode.number'))
