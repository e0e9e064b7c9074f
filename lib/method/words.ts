/** A word that measures nothing, its position in the text, and what to ask instead. */
export interface WeaselWord {
  readonly start: number
  readonly end: number
  readonly word: string
  readonly reason: string
}

const time = 'How fast, counted from when? Say minutes, hours or days, e.g. “within 2 working days of the call”.'
const effort = 'For whom, and how would you see it? Count what is left to do: steps, fields, calls, visits.'
const quality = 'Better than what, by which measure? Say what the customer would count: errors, complaints, returns.'
const result = 'Which result, for whom? Name what the customer can do afterwards that was not possible before.'
const feeling = 'Who says so, and on which scale? Say how it is asked, and the number you promise.'
const amount = 'How many, how often? Give a number.'
const cost = 'How much money, compared with what? Give an amount or a limit.'
const vague = 'Who decides that? Say the condition in words that two people would read the same way.'
const boast = 'This is advertising: no customer could check it. Say what you promise instead.'

/**
 * From the method's own list ("fast, efficient, effective, timely") and usual synonyms, by the question that each
 * leaves open.
 */
const families: readonly (readonly [reason: string, words: string])[] = [
  [
    time,
    'fast|faster|fastest|quick|quicker|quickest|quickly|timely|timeliness|prompt|promptly|rapid|rapidly|speedy|swift|swiftly|soon|asap|as soon as possible|immediate|immediately|instant|instantly|in time|on time|without delay|real-time|responsive',
  ],
  [
    effort,
    'easy|easier|easily|simple|simpler|simply|effortless|effortlessly|hassle-free|smooth|smoothly|seamless|seamlessly|user-friendly|convenient|conveniently|intuitive|frictionless|streamlined|lean|efficient|efficiently|efficiency|productive',
  ],
  [
    result,
    'effective|effectively|effectiveness|successful|successfully|useful|helpful|valuable|meaningful|fit for purpose',
  ],
  [
    quality,
    'good|better|best|high-quality|high quality|excellent|excellence|great|improve|improved|improving|optimal|optimise|optimised|optimize|optimized|enhanced|accurate|accurately|reliable|reliably|correct|correctly|robust|proper|properly|consistent|consistently',
  ],
  [
    feeling,
    'happy|happier|satisfied|satisfaction|delighted|delight|pleasant|friendly|comfortable|trust|trusted|transparent|personal|personalised|personalized|valued|professional|professionally|fair|fairly',
  ],
  [
    amount,
    'many|more|most|fewer|less|several|some|often|frequently|regularly|usually|sometimes|rarely|minimal|minimum|minimise|minimize|maximal|maximum|maximise|maximize|significant|significantly|substantial|substantially|sufficient|enough|up to date',
  ],
  [cost, 'cheap|cheaper|affordable|low-cost|cost-effective|reasonable|competitive|value for money'],
  [
    vague,
    'appropriate|appropriately|adequate|adequately|suitable|flexible|flexibly|relevant|as needed|as required|if possible|where possible|as far as possible|normal|acceptable|etc|and so on',
  ],
  [
    boast,
    'world-class|best-in-class|state-of-the-art|cutting-edge|leading|first-class|innovative|modern|unique|holistic|end-to-end|customer-centric|agile',
  ],
]

const reasonOf = new Map(families.flatMap(([reason, words]) => words.split('|').map(word => [word, reason] as const)))
const escaped = [...reasonOf.keys()].sort((a, b) => b.length - a.length).map(word => word.replace(/[ -]/g, '[\\s-]+'))
const anyWeasel = new RegExp(`(?<![\\p{L}\\p{N}-])(?:${escaped.join('|')})(?![\\p{L}\\p{N}]|-\\p{L})`, 'giu')

const plainly = (word: string) => word.toLowerCase().replace(/\s+/g, ' ')

/** Words in an English text that measure nothing, each with the reason. */
export function findWeaselWords(text: string): WeaselWord[] {
  return [...text.matchAll(anyWeasel)].flatMap(match => {
    const word = plainly(match[0])
    const reason =
      reasonOf.get(word) ?? reasonOf.get(word.replaceAll(' ', '-')) ?? reasonOf.get(word.replaceAll('-', ' '))
    return reason ? [{ start: match.index, end: match.index + match[0].length, word: match[0], reason }] : []
  })
}

/** What a promise or an outcome still lacks to be SMART (Doran 1981), as questions. */
export interface SmartHint {
  readonly letter: 'S' | 'M' | 'A' | 'R' | 'T'
  readonly name: string
  readonly hint: string
}

const number =
  /\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|half|once|twice|first|no|zero|every|all|none|never|nobody|nothing|always)\b|[%€$£¥]/iu
const duration =
  /\b(?:\d+\s*(?:s|min|mins|h|hrs?|d)\b|(?:second|minute|hour|day|week|month|quarter|year|night|morning|noon|evening|midnight|visit|call|click|same[- ]day|overnight|tomorrow|today|deadline|monday|tuesday|wednesday|thursday|friday|saturday|sunday)s?)\b|\b\d{1,2}(?::\d{2}|\s?[ap]m)\b/iu
const verb =
  /\b(?:is|are|be|has|have|had|gets?|receives?|can|will|knows?|pays?|paid|arrives?|holds?|drives?|leaves?|opens?|finds?|sees?|hears?|you|your|our|we|they|their|customers?|clients?|i)\b/iu
const longEnough = 12
const anyLetter = /\p{L}/u
const noLatin = /^[^a-z]*$/iu

/** Measures and limits that are missing in one line of promise or outcome; empty while there is too little to judge, or none is missing. */
export function findMissingMeasures(text: string): SmartHint[] {
  const line = text.trim()
  if (line.length < longEnough || !anyLetter.test(line) || noLatin.test(line)) return []
  const hints: SmartHint[] = []
  if (!verb.test(line) && line.split(/\s+/).length < 4)
    hints.push({ letter: 'S', name: 'Specific', hint: 'Who gets what? Say it as a sentence with the customer in it.' })
  if (!number.test(line))
    hints.push({
      letter: 'M',
      name: 'Measurable',
      hint: 'There is no number in it: how would anybody know that it was kept?',
    })
  if (!duration.test(line))
    hints.push({
      letter: 'T',
      name: 'Time-bound',
      hint: 'By when, or within which time, and counted from what moment?',
    })
  return hints
}
