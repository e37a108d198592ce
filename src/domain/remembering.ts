/** The same answer to the same words, worked out once: of so many short ones the answers are remembered, then anew. */
export function remembering(answer: (words: string) => string): (words: string) => string {
  const known = new Map<string, string>()
  return words => {
    let answered = known.get(words)
    if (answered !== undefined) return answered
    answered = answer(words)
    if (known.size >= 20_000) known.clear()
    if (words.length < 500) known.set(words, answered)
    return answered
  }
}
