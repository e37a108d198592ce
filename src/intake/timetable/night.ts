/** Whether what begins at the first of these hours, and is followed by the second, has gone over midnight. */
export function isOverMidnight(from: string, to: string): boolean {
  return from >= '18:00:00' && to <= '06:00:00'
}

/** An end that is not told, but that the next hour tells: later on the same day, or after midnight. */
export function endBefore(start: string, next: string | undefined): string | undefined {
  return next !== undefined && (next > start || isOverMidnight(start, next)) ? next : undefined
}

/** Whether what begins at the first of these hours may well last until the second: nobody waits so long for the next. */
export function isSoon(start: string, next: string): boolean {
  const hours = Number(next.slice(0, 2)) - Number(start.slice(0, 2))
  return (hours < 0 ? hours + 24 : hours) <= longest
}

const longest = 5

/** The same, so many days on. */
export function daysOn<Told extends { day?: string | undefined; said?: string | undefined }>(
  setting: Told,
  days: number,
): Told {
  if (days === 0 || !setting.day) return setting
  const date = Temporal.PlainDate.from(setting.day).add({ days })
  const said = `${date.day} ${date.toLocaleString('en', { month: 'long' })}`
  return { ...setting, day: date.toString(), ...(setting.said && { said }) }
}

/** How many midnights have passed since the day was told, asked of each hour in turn. */
export function countNights(): { at: (start: string) => number; dayTold: () => void } {
  let nights = 0
  let last = ''
  return {
    at: start => {
      if (start < last && isOverMidnight(last, start)) nights++
      last = start
      return nights
    },
    dayTold: () => {
      nights = 0
      last = ''
    },
  }
}
