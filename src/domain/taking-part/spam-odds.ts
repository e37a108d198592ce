/** In how many texts of each kind a word stood. */
export type Count = { spam: number; real: number }

/** Before so many of each kind were decided, the filter says nothing. */
const leastLessons = 8

/** A word that was seen once says little: it begins as one that says nothing, and so sure of that. */
const [unknown, strength] = [0.5, 0.3]

/** Only what tells most is counted: of a long text, that is not drowned by what tells nothing. */
const [mostTold, leastTold] = [150, 0.2]

/**
 * How much a text is written like what curators called spam, from 0 to 1; around 0.5 it is not known. Robinson's and
 * Fisher's way, as SpamBayes has it: words are weighed each for itself, and two sums ask how unlikely it is that so
 * many speak for spam, and against it; where both do or neither does, it stays in the middle.
 *
 * @returns null: too little was taught
 */
export function spamOdds(counts: readonly Count[], lessons: Count): number | null {
  if (lessons.spam < leastLessons || lessons.real < leastLessons) return null
  const told = counts
    .flatMap(count => {
      const odds = oddsOf(count, lessons)
      return odds === null || Math.abs(odds - 0.5) < leastTold ? [] : [odds]
    })
    .sort((a, b) => Math.abs(b - 0.5) - Math.abs(a - 0.5) || a - b)
    .slice(0, mostTold)
  if (told.length === 0) return 0.5
  const sum = (of: (odds: number) => number) => told.reduce((total, odds) => total + Math.log(of(odds)), 0)
  const spam = 1 - chiSquared(-2 * sum(odds => 1 - odds), 2 * told.length)
  const real = 1 - chiSquared(-2 * sum(odds => odds), 2 * told.length)
  return (1 + spam - real) / 2
}

function oddsOf({ spam, real }: Count, lessons: Count): number | null {
  const times = spam + real
  if (times <= 0) return null
  const [inSpam, inReal] = [spam / lessons.spam, real / lessons.real]
  const odds = inSpam / (inSpam + inReal)
  return (strength * unknown + times * odds) / (strength + times)
}

/** How likely a chi-squared of so many (an even number of) degrees of freedom is at least so large. */
function chiSquared(value: number, degrees: number): number {
  const half = value / 2
  let term = Math.exp(-half)
  let sum = term
  for (let each = 1; each < degrees / 2; each++) {
    term *= half / each
    sum += term
  }
  // Where the first term is too small to be told, half of it all lies far beyond.
  return Math.min(1, sum)
}
