import type { FC } from 'hono/jsx'
import { paths } from '../paths.ts'

/**
 * The face beside what somebody said: a picture that is kept here, else a day of three bars that is drawn of who they
 * are. Nobody else is asked for anything.
 */
export const Face: FC<{ face: string | undefined; picture?: string | null | undefined }> = ({
  face = '',
  picture,
}) => {
  if (picture)
    return <img class="face" src={paths.picture(picture, 96)} alt="" width="40" height="40" loading="lazy" />
  const { hue, bars } = drawnOf(face)
  return (
    <svg class={`face f${hue}`} viewBox="0 0 20 20" aria-hidden="true">
      <path d={bars} />
    </svg>
  )
}

/** Twelve colours, which the style has for light and for dark; and where three bars begin and end. */
function drawnOf(face: string): { hue: number; bars: string } {
  const digit = (at: number) => Number.parseInt(face[at] ?? '0', 16) || 0
  const bars = [0, 1, 2].map(row => {
    const start = 4 + (digit(2 + row * 2) % 7)
    const length = 3 + (digit(3 + row * 2) % 8)
    return `M${start} ${6 + row * 4}H${Math.min(16, start + length)}`
  })
  return { hue: (digit(0) * 16 + digit(1)) % 12, bars: bars.join('') }
}
