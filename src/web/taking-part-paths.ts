import { writingPath } from '../domain/writing.ts'

/** The addresses of what others than curators bring, and of the desk's rooms for it: a part of `paths`. */
export const takingPartPaths = {
  /** What was said below one; by pages after the first. */
  comments: (writing: Parameters<typeof writingPath>[0], page = 1) =>
    page > 1 ? `${writingPath(writing)}/comments/${page}` : `${writingPath(writing)}#comments`,
  /** What was said below something; of the whole site, where nothing is told. */
  commentsFeed: (of: string | null) => `${of ?? ''}/comments`,
  /** What a form that is touched is to be proven by. */
  proof: () => '/proof',
}
