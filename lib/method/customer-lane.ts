import type { BoardSnapshot, Lane } from '../board/snapshot.ts'
import { customerPhrases, customerWords, notCustomers, servingWords } from './customer-words.ts'

/**
 * Decides which lanes are the customer's: people set it (the lane's actor), names only propose it. The customer's word
 * must be the head of the name, so that "Private customer" is one and "Private Customer Account Manager" is not; a role
 * in brackets decides: "Eating (guest)" is the guest's, "Client (bank)" is the bank's.
 */

/**
 * Compounds that end in the customer's word: Privatkunde, Online-Kundin, Fahrgast; "Verkäufer" and "Unternehmer" are none.
 */
const compound =
  /(?<![\p{L}-])[\p{L}-]{3,}(kunden?|kundin(nen)?|klant(en)?|kunder|gast|gäste|patient(in|en|innen)?|patiënt|bürger(in|innen)?)$/u
/** Words that may follow the customer's word without replacing it as the head. */
const neutral =
  /^(lane|pool|journey|process|side|view|steps|experience|herself|himself|itself|themselves|final|finale|finaux|finali|finais|privé|vip|[a-z]|\d+)$/u
/** An "internal customer" is a colleague. */
const notOne = /(?<!\p{L})(internal|interne[rnsm]?|interno|intern)(?!\p{L})/u
/** German names for people of either sex: Kund*in, Bürger:innen, KundInnen. */
const eitherSex = /(?:[*:_/]in(nen)?|(?<=\p{Ll})In(nen)?)(?!\p{L})/gu
/** What begins an addition to the head. */
const further =
  /[,;:/&–—|]|\s-\s|(?<![\p{L}])(?:of|for|from|at|in|with|who|and|or|der|des|du|de|del|della|do|da|und|oder|et|ou|y|o|e|van|en|och|og|i)(?![\p{L}])/u

export function looksLikeCustomer(name: string): boolean {
  const plain = name.normalize('NFC').replace(eitherSex, '').toLowerCase().replaceAll('i\u0307', 'i')
  if (notOne.test(plain)) return false
  const inBrackets = [...plain.matchAll(/[([（【]([^()[\]（）【】]*)[)\]）】]/g)].map(([, inner = '']) => inner)
  if (inBrackets.some(isAbout)) return true
  const saysOther = inBrackets.some(inner => partsOf(inner).some(part => notCustomers.has(part)))
  return !saysOther && isAbout(plain.replace(/[([（【].*/su, ''))
}

const partsOf = (text: string): string[] => text.match(/[\p{L}\p{M}\p{N}'’-]+/gu) ?? []

function isAbout(text: string): boolean {
  const whole = text.trim().replace(/\s+/g, ' ')
  if (customerPhrases.has(whole)) return true
  const parts = partsOf(whole.split(further)[0] ?? '')
  while (neutral.test(parts.at(-1) ?? '')) parts.pop()
  const [first, last] = [parts[0] ?? '', parts.at(-1) ?? '']
  // "Service client" and "Servizio clienti" begin with their head.
  if (servingWords.has(first)) return false
  return customerWords.has(last) || compound.test(last)
}

export const isCustomer = (lane: Lane): boolean => lane.actor === 'customer'

/** Returns lanes whose name suggests the customer while no lane is set as the customer's. */
export const proposedCustomerLanes = (board: Pick<BoardSnapshot, 'lanes'>): Lane[] =>
  board.lanes.filter(lane => !isCustomer(lane) && looksLikeCustomer(lane.name))
