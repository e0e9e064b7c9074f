/** One browser in which a person is signed in. */
export interface SignInRecord {
  /** As its cookie says it. */
  id: string
  personId: string
  /** Browser and system in words; null when it did not say. */
  device: string | null
  /** When the person signed in. */
  madeAt: number
  /** When it was last used, to about five minutes. */
  usedAt: number
  /** When its cookie runs out. */
  until: number
}

/** What the store knows against a sign-in, and when it was last noted. */
interface SignInStanding {
  /** It was ended, alone or with all that are older than the person's last reset; or the person is disabled. */
  over: boolean
  /** null when this sign-in was never noted. */
  usedAt: number | null
}

export interface SignInStore {
  standing(signIn: Pick<SignInRecord, 'id' | 'personId' | 'madeAt'>): Promise<SignInStanding>
  /** Notes that a sign-in is used; the first time adds it to the person's list. */
  note(signIn: SignInRecord): Promise<void>
  /** A person's sign-ins that are not over, the last used first; at most 100. */
  ofPerson(personId: string, now: number): Promise<SignInRecord[]>
  /** Ends a sign-in for good; `until`, ms, is when its cookie would have run out and it can be forgotten. */
  end(id: string, until: number): Promise<void>
  /** Ends all sign-ins of a person made before `from`, noted or not, but for the one that is kept. */
  endOthers(personId: string, keep: string | null, from: number): Promise<void>
  /** All sign-ins of the person are over, also later ones, until `enable`. */
  disable(personId: string, since: number): Promise<void>
  enable(personId: string): Promise<void>
  isDisabled(personId: string): Promise<boolean>
}
