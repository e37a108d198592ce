const first = 30_000
const longest = 4 * 3_600_000

/**
 * How long to wait after an attempt that failed: half a minute, then three times as long each time, four hours at
 * most; of that a part between half and all, so that what failed together does not come back together.
 *
 * @param attempt 1 after the first; @param chance from 0 to 1; @param most in place of the four hours
 * @returns milliseconds
 */
export function pauseAfter(attempt: number, chance: number, most = longest): number {
  const whole = Math.min(most, first * 3 ** (Math.max(1, attempt) - 1))
  return Math.round(whole * (0.5 + chance / 2))
}
