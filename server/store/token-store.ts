/** A secret that is worth something once, until it expires. */
export interface TokenRecord {
  /** SHA-256 of the token, hex: the token itself is kept nowhere. */
  hash: string
  /** What it is good for. */
  kind: 'reset'
  personId: string
  createdAt: number
  expiresAt: number
}

export interface TokenStore {
  /** Also forgets what has expired. */
  put(token: TokenRecord): Promise<void>
  /** Returns null when it was used, or has expired. */
  get(kind: TokenRecord['kind'], hash: string, now: number): Promise<TokenRecord | null>
  /** The same, and uses it up: of several at once one gets it. */
  take(kind: TokenRecord['kind'], hash: string, now: number): Promise<TokenRecord | null>
  /** Forgets a person's tokens of a kind. */
  forget(kind: TokenRecord['kind'], personId: string): Promise<void>
}
