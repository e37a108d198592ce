/** `UTC+2`, `UTC-3.5` as an offset. */
export function zoneWords(zone: string): string {
  const [, sign, hours, part] = /^UTC([+-])(\d{1,2})(\.5|\.25|\.75)?$/.exec(zone) ?? []
  if (!sign) return zone
  const minutes = Number(hours) * 60 + Number(`0${part ?? ''}`) * 60
  return offsetOf(sign === '-' ? -minutes : minutes)
}

/** `-03:30` */
export function offsetOf(minutes: number): string {
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60]
  return `${minutes < 0 ? '-' : '+'}${String(hours).padStart(2, '0')}:${String(rest).padStart(2, '0')}`
}
