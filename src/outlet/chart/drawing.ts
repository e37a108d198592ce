/** A picture as plain data: shapes without a word in them, and words with their places. It is drawn in a process apart. */
export type Drawing = {
  width: number
  height: number
  /** SVG elements. */
  shapes: string
  words: Word[]
  /** The same in words that can always be written, where these may need letters that the machine has not. */
  otherwise: Drawing | null
}

/** Words on one line. `x` is where they begin, end or have their middle, by the eye; `y` is the middle of their height. */
export type Word = {
  x: number
  y: number
  text: string
  at: 'left' | 'middle' | 'right'
  size: number
  colour: string
  bold?: boolean
}
