import type { Clock } from './part.ts'
import { secondsOf } from './settle-hours.ts'

const half = 43_200

/**
 * "3 and 7pm", "gather 5:15, begins 5:30 p.m.", "2pm, 3:30 and 5": an hour without a half of the day beside one that
 * has it. Nobody meets a quarter past five in the morning for half past five in the afternoon; ten before one stays
 * in the morning. "7 and 9pm": a figure alone has its half from the hour it is listed with.
 */
export function halfBefore(hour: Clock, next: Clock): Clock['half'] {
  if (!isOpen(hour) || next.half !== 'pm') return null
  const ahead = secondsOf(next) - secondsOf({ ...hour, half: 'pm' })
  return ahead > 0 && (hour.hour < 7 || ahead <= (hour.bare ? 10_800 : 5400)) ? 'pm' : null
}

/** The half of an hour behind one that has it, or took it over, where the day would else go back. */
export function halfBehind(hour: Clock, before: Clock): Clock['half'] {
  const isSure = before.half !== null || (hour.bare && before.bare && hour.hour < 8)
  if (!isOpen(hour) || !isSure || secondsOf(hour) >= secondsOf(before)) return null
  return secondsOf(hour) + half > secondsOf(before) ? 'pm' : null
}

function isOpen(hour: Clock): boolean {
  return !(hour.half || hour.padded || hour.midnight || hour.spoken) && hour.hour > 0 && hour.hour < 12
}
