import type { RuleName } from '#lib/gate/refusal.ts'
import type { Attacker, Circumstances, Scene } from '#tests/drivers/scene.ts'

/** One update that must not get in. */
export interface Attack {
  /** What it tries, as the end of "refuses …". */
  tries: string
  /** A contributor unless said. */
  as?: Attacker
  /** An open session in which everybody may do everything, unless said. */
  when?: Circumstances
  bytes: (scene: Scene) => Uint8Array
  /**
   * What a plain Yjs document makes of it. `shows`: people see something else; `keeps`: it holds something else;
   * `waits`: it waits for what is not there, ready to strike later; `grows`: it has another root; `throws`: in the
   * middle of a transaction.
   */
  plainly: 'shows' | 'keeps' | 'waits' | 'grows' | 'throws'
  rule: RuleName
}
