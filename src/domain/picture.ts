/** A picture that is kept here; `width` and `height` in pixels. What it shows is said by whoever shows it. */
export type Picture = { id: string; width: number; height: number }
