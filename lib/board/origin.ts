/** Where a transaction came from. Classes, because Yjs tracks origins by constructor. */

/** A person's command on this document: undoable by that person. */
export class CommandOrigin {
  readonly command: string
  constructor(command: string) {
    this.command = command
  }
}

/** Typing into a text: undoable through Yjs, which knows how to rebase it over others' typing. */
export class TypingOrigin {}

/** An undo or redo itself. */
export class UndoOrigin {}

/** The server's own write, on somebody's command. */
export class ServerOrigin {
  readonly command: string
  readonly personId: string | null
  constructor(command: string, personId: string | null) {
    this.command = command
    this.personId = personId
  }
}
