/** Where a transaction came from. Classes, because Yjs tracks origins by constructor. */

/** A person's command on this document: undoable by that person. */
export class CommandOrigin {
  readonly command: string
  constructor(command: string) {
    this.command = command
  }
}

/** Typing into a text: undoable through Yjs, which rebases it over others' typing. */
export class TypingOrigin {}

/** An undo or redo. */
export class UndoOrigin {}

/** A write of the server on a person's command. */
export class ServerOrigin {
  readonly command: string
  readonly personId: string | null
  constructor(command: string, personId: string | null) {
    this.command = command
    this.personId = personId
  }
}
