/** What a picture shows that stands for a page wherever its address is shared. Plain data: it is drawn in a process apart. */
export type PagePicture = {
  /** Direction of the language that its words are in. */
  dir: 'ltr' | 'rtl'
  /** `#rrggbb`, as the curator told it. */
  accent: string | null
  /** What the page lies below. */
  over: string | null
  title: string
  /** When, and by whom: the first line is the house's own words. */
  lines: string[]
  /** Where the page is to be found. */
  site: string
  hours: Hours | null
  /** The same in words that can always be written, where these may need letters that the machine has not. */
  otherwise: PagePicture | null
}

/** The hours of the day, or days, as they are drawn on the page: over minutes and lanes, the lowest lane first. */
export type Hours = {
  /** Whose hours they are, where nothing else in the picture tells. */
  zone: string | null
  minutes: number
  across: number
  ground: GroundMark[]
  bars: { x: number; width: number; y: number; height: number; look: BarLook }[]
  /** Beside their bars, where these are few: `at` in percent of the width, `lane` as above. */
  labels: { at: number; lane: number; isBefore: boolean; text: string }[]
  /** Below: `at` in percent of the width. */
  names: { at: number; text: string; kind: 'hour' | 'day' | 'own-day' }[]
}

type BarLook = 'event' | 'recorded' | 'around' | 'this'

export type GroundMark =
  | { kind: 'own' | 'awake' | 'awake-own' | 'base'; x: number; width: number }
  | { kind: 'midnight' | 'tick'; x: number }

export const pictureWidth = 1200
export const pictureHeight = 630

/** Raised when pictures are drawn otherwise: those that were kept are drawn anew then. */
export const pictureLook = 1
