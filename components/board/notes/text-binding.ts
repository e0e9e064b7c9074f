import type * as Y from 'yjs'
import { limits } from '#lib/board/fields.ts'
import { TypingOrigin } from '#lib/board/origin.ts'
import { applyDelta, type Delta, diffText, mapIndex } from '#lib/board/text-merge.ts'

/** The part of a text field that the binding needs, so that tests need no browser. */
export interface TextInput {
  value: string
  selectionStart: number
  selectionEnd: number
  setSelectionRange(start: number, end: number): void
}

/**
 * Binds a text field to a Y.Text: what is typed goes in as the smallest replacement, what others type appears with the
 * caret kept in its place. While an input method composes, the field is left alone and both sides meet at its end.
 */
export class TextBinding {
  readonly #text: Y.Text
  readonly #input: TextInput
  /** The document's text as the field last knew it. */
  #known: string
  #composing = false
  #missed: Delta[] = []

  constructor(text: Y.Text, input: TextInput) {
    this.#text = text
    this.#input = input
    this.#known = text.toString()
    input.value = this.#known
    text.observe(this.#observe)
  }

  /** The field's value has changed under the person's hands. */
  typed(): void {
    if (this.#composing) return
    const { value, selectionEnd } = this.#input
    const edit = diffText(this.#known, value, selectionEnd)
    if (!edit) return
    if (value.length > limits.text && value.length > this.#known.length) {
      // Never more than the board takes: the text stays as it was.
      this.#input.value = this.#known
      this.#input.setSelectionRange(edit.at, edit.at)
      return
    }
    const at = this.#missed.reduce((index, delta) => mapIndex(delta, index), edit.at)
    const end = this.#missed.reduce((index, delta) => mapIndex(delta, index, 'right'), edit.at + edit.remove)
    const missed = this.#missed
    this.#missed = []
    this.#known = value
    this.#text.doc?.transact(() => {
      if (end > at && edit.remove > 0) this.#text.delete(at, end - at)
      if (edit.insert) this.#text.insert(at, edit.insert)
    }, new TypingOrigin())
    if (missed.length) this.#show(this.#text.toString(), at + edit.insert.length)
  }

  compositionStart(): void {
    this.#composing = true
  }
  compositionEnd(): void {
    this.#composing = false
    this.typed()
    if (this.#missed.length === 0) return
    const caret = this.#missed.reduce((index, delta) => mapIndex(delta, index), this.#input.selectionEnd)
    this.#missed = []
    this.#show(this.#text.toString(), caret)
  }

  destroy(): void {
    this.#text.unobserve(this.#observe)
  }

  #observe = (event: Y.YTextEvent, transaction: Y.Transaction): void => {
    if (transaction.origin instanceof TypingOrigin && transaction.local && this.#text.toString() === this.#known) return
    const delta = event.delta as Delta
    if (this.#composing) {
      this.#missed.push(delta)
      return
    }
    const { selectionStart, selectionEnd } = this.#input
    this.#known = applyDelta(this.#known, delta)
    this.#input.value = this.#known
    this.#input.setSelectionRange(mapIndex(delta, selectionStart), mapIndex(delta, selectionEnd))
  }
  #show(text: string, caret: number): void {
    this.#known = text
    this.#input.value = text
    this.#input.setSelectionRange(caret, caret)
  }
}
