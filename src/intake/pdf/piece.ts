/** A piece of text as a PDF places it: its baseline's left end (or right end, where it runs to the left), in points. */
export type Piece = {
  text: string
  x: number
  y: number
  width: number
  size: number
  rtl: boolean
  endsLine: boolean
}
