import type { Translations } from './translation.ts'

/**
 * A tracked number with its history: how many States have ratified. What it says lies in its **lines**: each is one
 * definition of the number, and two definitions are never joined.
 */
export type Figure = {
  id: string
  /** Its address is `/figures/{slug}`, and `{{figure:slug}}` names it in texts. */
  slug: string
  /** Null: it is the site's, and every series may tell of it. */
  seriesId: string | null
  name: string
  /** What is counted, as it stands behind the number: “States parties”. */
  unit: string | null
  /** The curator's words about it (Markdown). */
  text: string | null
  /** In which its name, unit and text are written (BCP 47); null: nobody has told. */
  language: string | null
  translations: Translations<FigureWord>
  /** Which way it can only go; `any`: both. What goes the other way waits for a curator. */
  direction: FigureDirection
  goal: FigureMark | null
  baseline: FigureMark | null
  /** Ids of figures that it is shown against, in this order. */
  comparisons: string[]
  /** The first that speaks is asked first. */
  lines: FigureLine[]
  sources: FigureSource[]
  /** By line and date, those of one date in the order in which they were told. */
  points: FigurePoint[]
  /** Grows by one with every write. */
  revision: number
  createdAt: number
  updatedAt: number
}

/** What of it may be said in other languages. */
export const figureWords = ['name', 'unit', 'text'] as const
type FigureWord = (typeof figureWords)[number]

export const figureDirections = ['grows', 'falls', 'any'] as const
type FigureDirection = (typeof figureDirections)[number]

/** A number that it is measured by. `date` as that of a point; null: none is told. */
export type FigureMark = { value: number; date: string | null; note: string | null }

/** One definition of the number. */
export type FigureLine = {
  /** Within the figure; stays when it is called otherwise. */
  key: string
  name: string
  /** What exactly is counted, and by whom. */
  text: string | null
  /** `totals`: a point says the number. `members`: it says who joined or left, and the number is counted. */
  counts: 'totals' | 'members'
  /** Up to here (a date as that of a point) every change is told; null: only what the points say is known. */
  until: string | null
  /** It is shown beside the number, and never gives it: another definition, or one whose worth is not proved. */
  beside: boolean
}

/** Where something is from. `secondary`: it tells what another has counted. */
export type FigureSource = {
  id: string
  name: string
  address: string | null
  rank: 'primary' | 'secondary'
}

export type FigurePoint = {
  id: string
  /** Key of its line. */
  line: string
  /** A day, a month or a year, as precise as it is known (EDTF level 0): `2015-03-17`, `2015-03`, `2015`. */
  date: string
  /** On a line of totals; null on one of members. */
  value: number | null
  /** Who joined or left, or of whom it is told: a country (ISO 3166-1 alpha-2) or words. */
  who: string | null
  /** On a line of members. */
  act: 'joined' | 'left' | null
  note: string | null
  /** Id of its source. */
  source: string | null
}
