/** Colours by their names in CSS, as far apart as accents are. */
const colours: Record<string, number> = {
  black: 0x000000,
  dimgray: 0x696969,
  slategray: 0x708090,
  gray: 0x808080,
  silver: 0xc0c0c0,
  maroon: 0x800000,
  darkred: 0x8b0000,
  firebrick: 0xb22222,
  crimson: 0xdc143c,
  red: 0xff0000,
  indianred: 0xcd5c5c,
  salmon: 0xfa8072,
  tomato: 0xff6347,
  coral: 0xff7f50,
  orangered: 0xff4500,
  darkorange: 0xff8c00,
  orange: 0xffa500,
  gold: 0xffd700,
  darkgoldenrod: 0xb8860b,
  goldenrod: 0xdaa520,
  saddlebrown: 0x8b4513,
  sienna: 0xa0522d,
  chocolate: 0xd2691e,
  peru: 0xcd853f,
  tan: 0xd2b48c,
  olive: 0x808000,
  olivedrab: 0x6b8e23,
  darkolivegreen: 0x556b2f,
  darkkhaki: 0xbdb76b,
  yellowgreen: 0x9acd32,
  darkgreen: 0x006400,
  green: 0x008000,
  forestgreen: 0x228b22,
  seagreen: 0x2e8b57,
  mediumseagreen: 0x3cb371,
  limegreen: 0x32cd32,
  darkseagreen: 0x8fbc8f,
  teal: 0x008080,
  darkcyan: 0x008b8b,
  lightseagreen: 0x20b2aa,
  turquoise: 0x40e0d0,
  cadetblue: 0x5f9ea0,
  steelblue: 0x4682b4,
  skyblue: 0x87ceeb,
  deepskyblue: 0x00bfff,
  dodgerblue: 0x1e90ff,
  cornflowerblue: 0x6495ed,
  royalblue: 0x4169e1,
  blue: 0x0000ff,
  mediumblue: 0x0000cd,
  navy: 0x000080,
  midnightblue: 0x191970,
  darkslateblue: 0x483d8b,
  slateblue: 0x6a5acd,
  indigo: 0x4b0082,
  rebeccapurple: 0x663399,
  purple: 0x800080,
  darkmagenta: 0x8b008b,
  darkorchid: 0x9932cc,
  mediumpurple: 0x9370db,
  orchid: 0xda70d6,
  violet: 0xee82ee,
  mediumvioletred: 0xc71585,
  deeppink: 0xff1493,
  palevioletred: 0xdb7093,
  hotpink: 0xff69b4,
  rosybrown: 0xbc8f8f,
  darkslategray: 0x2f4f4f,
}

/** The name of the colour nearest to `#rrggbb`: calendars know colours by the names of CSS alone (RFC 7986, section 5.9). */
export function colourName(hex: string): string {
  const [red, green, blue] = parts(Number.parseInt(hex.slice(1), 16))
  let best = 'gray'
  let least = Number.POSITIVE_INFINITY
  for (const name in colours) {
    const [r, g, b] = parts(colours[name]!)
    // Eyes tell greens apart best, and reds when there is much of them (“redmean”).
    const mean = (red + r) / 2
    const far =
      (2 + mean / 256) * (red - r) ** 2 + 4 * (green - g) ** 2 + (2 + (255 - mean) / 256) * (blue - b) ** 2
    if (far < least) {
      least = far
      best = name
    }
  }
  return best
}

function parts(colour: number): [number, number, number] {
  return [colour >> 16, (colour >> 8) & 255, colour & 255]
}
