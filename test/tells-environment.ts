import { answerApart } from '../src/intake/answer-apart.ts'

/** A thread that tells the names in its environment. */
answerApart(() => Object.keys(process.env))
