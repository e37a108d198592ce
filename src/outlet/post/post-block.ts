/** A post as blocks, before it is HTML or Markdown. `prose` is what a curator wrote, in Markdown. */
export type PostBlock =
  | { form: 'heading'; level: 1 | 2 | 3; words: Words[] }
  | { form: 'lines'; lines: PostLine[] }
  | { form: 'prose'; text: string }
  | { form: 'list'; items: { words: Words[]; prose: string[] }[] }

/** `label`: what stands before the colon. */
export type PostLine = { label: string | null; words: Words[] }

/** Words, with an address where they are a link. */
export type Words = { text: string; url?: string }
