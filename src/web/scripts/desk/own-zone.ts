/** Puts the zone of this machine where one is asked for and none stands yet. */
export function fillOwnZone(): void {
  const field = document.querySelector<HTMLInputElement>('[data-own-zone] input')
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
  if (field && zone && field.value === '') field.value = zone
}
