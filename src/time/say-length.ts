/** `1 hour`, `1 hour, 30 minutes`, `2 days`; of what is shorter than a minute, one. */
export function sayLength(minutes: number, locale: string): string {
  const whole = Math.max(1, Math.round(minutes))
  const parts: [number, 'day' | 'hour' | 'minute'][] = [
    [Math.floor(whole / 1440), 'day'],
    [Math.floor((whole % 1440) / 60), 'hour'],
    [whole % 60, 'minute'],
  ]
  const told = parts
    .filter(([count]) => count > 0)
    .map(([count, unit]) =>
      new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(count),
    )
  return new Intl.ListFormat(locale, { type: 'unit' }).format(told)
}
