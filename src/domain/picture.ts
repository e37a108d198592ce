/** A picture that is kept here; `width` and `height` in pixels. What it shows is said by whoever shows it. */
export type Picture = { id: string; width: number; height: number }

/** Widths in which it is kept beside its own, where that is larger: for small screens. Widest first. */
export const narrowWidths = [800, 400]
