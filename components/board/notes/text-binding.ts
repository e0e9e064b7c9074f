import type * as Y from 'yjs'
import { cutSentence, limits } from '#lib/board/fields.ts'
import { TypingOrigin } from '#lib/board/origin.ts'
import { applyDelta, type Delta, diffText, mapIndex } from '#lib/board/text-merge.ts'
import { cutText } from '#lib/text/cut.ts'

/** The part of a text field that the binding needs, so that tests need no browser. */
export interface TextInput {
  value: string
  selectionStart: number
  selectionEnd: number
  setSelectionRange(start: number, end: number): void
}

/**
 * Binds a text field to a Y.Text: typing is written as the smallest replacement, and others' typing appears with the
 * caret kept in its position. While an input method composes, the field is left alone; both sides merge at its end.
 */
export class TextBinding {
  readonly #text: Y.Text
  readonly #input: TextInput
  readonly #onCut: (sentence: string) => void
  /** The document's text as last shown in the field. */
  #known: string
  #composing = false
  #missed: Delta[] = []

  /** `onCut`: called with a sentence when less was written than was entered. */
  constructor(text: Y.Text, input: TextInput, onCut: (sentence: string) => void) {
    this.#onCut = onCut
    this.#text = text
    this.#input = input
    this.#known = text.toString()
    input.value = this.#known
    text.observe(this.#observe)
  }

  /** The person has changed the field's value. */
  typed(): void {
    if (this.#composing) return
    const edit = this.#fitting(diffText(this.#known, this.#input.value, this.#input.selectionEnd))
    if (!edit) return
    const { value } = this.#input
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

  /** Returns as much of an edit as the text has room for; the field then shows the same. */
  #fitting(edit: ReturnType<typeof diffText>): ReturnType<typeof diffText> {
    const { value } = this.#input
    if (!edit || value.length <= limits.text || value.length <= this.#known.length) return edit
    const room = limits.text - (this.#known.length - edit.remove)
    const insert = cutText(edit.insert, Math.max(0, room))
    const [before, after] = [this.#known.slice(0, edit.at), this.#known.slice(edit.at + edit.remove)]
    this.#input.value = insert === '' ? this.#known : `${before}${insert}${after}`
    const caret = edit.at + insert.length
    this.#input.setSelectionRange(caret, caret)
    this.#onCut(cutSentence)
    return insert === '' ? null : { ...edit, insert }
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

  /** What is still being composed counts as typed: not every browser says that a field's composition ends with it. */
  destroy(): void {
    if (this.#composing) this.compositionEnd()
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
