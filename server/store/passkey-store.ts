/** A key with which a person signs in instead of a password; its secret half never leaves their device. */
export interface PasskeyRecord {
  /** The credential's id, base64url. */
  id: string
  personId: string
  /** COSE, base64url. */
  publicKey: string
  /** What the authenticator counted last; 0 where it does not count. */
  counter: number
  /** JSON: how a browser reaches it. */
  transports: string
  /** The browser in which it was made, in words. */
  device: string | null
  createdAt: number
  usedAt: number | null
}

export interface PasskeyStore {
  /** Rejects with `conflict` when it is known already. */
  add(passkey: PasskeyRecord): Promise<void>
  get(id: string): Promise<PasskeyRecord | null>
  /** The oldest first. */
  ofPerson(personId: string): Promise<PasskeyRecord[]>
  used(id: string, counter: number, usedAt: number): Promise<void>
  /** Returns whether the person had it. */
  remove(personId: string, id: string): Promise<boolean>
}
