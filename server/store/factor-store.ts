/** What a person's authenticator app and the server share. */
export interface FactorRecord {
  personId: string
  /** Sealed by server/base/sealed.ts. */
  secret: string
  createdAt: number
  /** When the first code of it was right; it is asked for from then on. */
  confirmedAt: number | null
  /** The newest step of 30 s whose code was used: no code is taken twice. */
  lastStep: number
}

export interface FactorStore {
  get(personId: string): Promise<FactorRecord | null>
  /** Replaces one that is not confirmed; returns false when there is a confirmed one. */
  begin(factor: FactorRecord): Promise<boolean>
  /** From now on it is asked for; recovery codes as hashes, in place of earlier ones. */
  confirm(personId: string, now: number, codes: readonly string[]): Promise<void>
  /** Counts a step as used; returns false when it, or a later one, was used before. */
  useStep(personId: string, step: number): Promise<boolean>
  /** Uses up a recovery code; returns false when there is none such. */
  useCode(personId: string, hash: string): Promise<boolean>
  setCodes(personId: string, codes: readonly string[]): Promise<void>
  codesLeft(personId: string): Promise<number>
  /** Forgets it, and its codes. */
  remove(personId: string): Promise<void>
}
