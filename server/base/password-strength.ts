import { badRequest } from './errors.ts'
import { kept } from './runtime.ts'

/** Guesses that a password must withstand: more than the lists and patterns that guessers begin with. */
const fewestGuesses = 1e6
/** Characters that are judged: the time grows with them, and a longer password is judged by its beginning. */
const judged = 64

/** The lists take 30 MB: they are loaded when the first password is chosen. */
const judge = () =>
  kept('password-judge', async () => {
    const [{ ZxcvbnFactory }, { adjacencyGraphs, dictionary }] = await Promise.all([
      import('@zxcvbn-ts/core'),
      import('@zxcvbn-ts/language-common'),
    ])
    return new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs })
  })

/** Throws badRequest when a new password is common, or made of what others know of the person. */
export async function demandStrength(password: string, person: { name: string; email: string }): Promise<void> {
  const known = [...person.name.split(/\s+/), person.email, person.email.split('@')[0] ?? '', 'brownpaper']
  const { guesses } = (await judge()).check(
    password.slice(0, judged),
    known.filter(word => word.length > 2).map(word => word.slice(0, judged)),
  )
  if (guesses < fewestGuesses)
    throw badRequest('This password is too easy to guess. A few words that do not belong together make a good one.')
}
