import { idle } from '../words/idle-words.ts'
import { inLatin } from './latin-letters.ts'

/** Names as they sound: of scripts with spaces word by word, of others in one run. */
export type Sounds = { words: Map<string, number>; runs: { letters: string; sound: string }[] }

/** @param words folded */
export function soundsOf(words: readonly string[]): Sounds {
  const sounds: Sounds = { words: new Map(), runs: [] }
  for (const word of words) {
    if (word.length < 2 || idle.has(word)) continue
    if (unspaced.test(word)) {
      const letters = inLatin(word)
      sounds.runs.push({ letters, sound: soundOf(letters) })
    } else {
      const letters = /^[a-z]+$/.test(word) ? word : inLatin(word)
      const sound = soundOf(letters)
      if (sound.length >= 3 && letters.length >= 3) sounds.words.set(sound, letters.length)
      if (letters.length >= 5) sounds.words.set(` ${letters}`, letters.length)
    }
  }
  return sounds
}

/** How many words of the one are heard in the other. */
export function heard(a: Sounds, b: Sounds): number {
  let all = 0
  for (const word of a.words.keys()) if (!word.startsWith(' ') && b.words.has(word)) all++
  return all + heardInRuns(a, b) + heardInRuns(b, a)
}

function heardInRuns({ words }: Sounds, { runs }: Sounds): number {
  if (runs.length === 0) return 0
  let all = 0
  for (const word of words.keys()) {
    const letters = word.slice(1)
    if (word.startsWith(' ') ? runs.some(run => run.letters.includes(letters)) : isHeard(word, runs)) all++
  }
  return all
}

function isHeard(sound: string, runs: Sounds['runs']): boolean {
  return sound.length >= 4 && runs.some(run => run.sound.includes(sound))
}

/** Consonants alone, those that scripts confuse as one: “Raphael”, “라파엘”; “Frere Hall”, “فریئر ہال”. */
function soundOf(letters: string): string {
  return letters
    .replace(/x/g, 'ks')
    .replace(/[aeiouywh0-9 ]+/g, '')
    .replace(/[bpfv]+/g, 'p')
    .replace(/[ckqgj]+/g, 'k')
    .replace(/[sz]+/g, 's')
    .replace(/[td]+/g, 't')
    .replace(/[lr]+/g, 'r')
    .replace(/m+/g, 'm')
    .replace(/n+/g, 'n')
}

const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Khmer}\p{Script=Lao}\p{Script=Myanmar}]/u
