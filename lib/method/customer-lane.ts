import type { BoardSnapshot, Lane } from '../board/snapshot.ts'

/**
 * Which lanes are the customer's: people say so (the lane's actor), names only propose. The customer's word must be
 * what the name is about (its head), so that "Private customer" is one and "Private Customer Account Manager" is not.
 */

const words =
  /^(customer|client|consumer|patient|citizen|guest|passenger|traveller|traveler|buyer|shopper|policyholder|claimant|applicant|insured|student|pupil|tenant|resident|subscriber|visitor|household|end-?user|user|kläger|versicherte[rn]?|bürger(in)?|bürgerinnen|gast|gäste|patient(in|en|innen)|cliente|cliënt|usager|citoyen|klant|klanten|klient|kunde|kunden|kundin|kundinnen|asiakas|kund|klienci|cliente?s)s?$/iu
/** Compounds that end in the customer's word: Privatkunde, Endkundin. */
const compound = /^\p{L}{3,}(kunde|kunden|kundin|kundinnen|klant|klanten|kunder)$/iu
/** Words after the customer's that leave it the head. */
const neutral =
  /^(lane|pool|journey|process|side|view|steps|experience|herself|himself|itself|themselves|final|vip|[a-z]|\d+)$/iu
/** An "internal customer" is a colleague. */
const notOne = /\b(internal|interne[rn]?)\b/iu

export function looksLikeCustomer(name: string): boolean {
  if (notOne.test(name)) return false
  const [head = ''] = name.split(/[,;:(/&–—]|\s-\s|\b(?:of|for|from|at|in|with|who|and|or|der|des|du|de|und|et)\b/iu)
  const parts = head.match(/[\p{L}\p{N}'’-]+/gu) ?? []
  while (parts.length > 1 && neutral.test(parts.at(-1) ?? '')) parts.pop()
  const last = parts.at(-1)
  return last !== undefined && (words.test(last) || compound.test(last))
}

export const isCustomer = (lane: Lane): boolean => lane.actor === 'customer'

/** Lanes that by their name could be the customer's while nobody has said so. */
export const proposedCustomerLanes = (board: Pick<BoardSnapshot, 'lanes'>): Lane[] =>
  board.lanes.filter(lane => !isCustomer(lane) && looksLikeCustomer(lane.name))
