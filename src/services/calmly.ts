import { setImmediate } from 'node:timers/promises'

/**
 * Goes through work that takes seconds in steps of a few milliseconds, and lets others have their turn between them:
 * pages are served meanwhile.
 *
 * @param stepsAtOnce so many before others have their turn
 * @param onStep is told what each step gives
 */
export async function calmly<Step, Result>(
  steps: Generator<Step, Result, undefined>,
  stepsAtOnce: number,
  onStep: (step: Step) => void = () => {},
): Promise<Result> {
  for (let number = 1; ; number++) {
    const { done, value } = steps.next()
    if (done) return value
    onStep(value)
    if (number % stepsAtOnce === 0) await setImmediate()
  }
}
