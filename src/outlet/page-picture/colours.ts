import { contrastOf } from '../../domain/contrast.ts'

/** The colours of the pages by daylight. */
export const colours = {
  paper: '#fdfcf8',
  ink: '#1d1b18',
  quiet: '#5e5a52',
  hair: '#dedacf',
  night: '#e7e5ea',
  dawn: '#f6e3d3',
  day: '#fff9e6',
  own: '#efece6',
  recorded: '#b98314',
}

const usual = '#14606a'

/** The accent of a series, dark enough for letters on this paper, and as light as bars of what is to come are. */
export function accentsOf(told: string | null): { strong: string; light: string } {
  let strong = /^#[0-9a-f]{6}$/i.test(told ?? '') ? told! : usual
  for (let step = 0; step < 12 && contrastOf(strong, colours.paper) < 4.5; step++)
    strong = mixed(strong, '#000000', 0.15)
  return { strong, light: mixed(strong, colours.paper, 0.5) }
}

function mixed(one: string, other: string, share: number): string {
  const part = (colour: string, at: number) => Number.parseInt(colour.slice(at, at + 2), 16)
  return `#${[1, 3, 5]
    .map(at => Math.round(part(one, at) * (1 - share) + part(other, at) * share))
    .map(value => value.toString(16).padStart(2, '0'))
    .join('')}`
}
