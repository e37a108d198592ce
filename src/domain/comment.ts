/** What a comment stands under: exactly one of these is told. */
export type CommentedOn = { editionId: string } | { entryId: string } | { writingId: string }

export type CommentState = 'approved' | 'pending' | 'spam' | 'removed'

/** Whether something may be said below a thing: `closed` shows what was said, `hidden` not even that. */
export const commentings = ['open', 'closed', 'hidden'] as const
export type Commenting = (typeof commentings)[number]

/** What somebody said; `text` is Markdown that nobody of the house wrote. */
export type Comment = {
  id: string
  parentId: string | null
  kind: 'comment' | 'mention'
  state: CommentState
  authorName: string | null
  authorUrl: string | null
  text: string
  at: number
  /** BCP 47, as its writer told; without it, it is told by its letters. */
  language?: string | null
  editedAt?: number | null
  /** Of the face beside it: what it is drawn from, and a picture that is kept here instead. */
  face?: string
  picture?: string | null
  /** A curator of this site said it. */
  isOfHouse?: boolean
  /** Its writer took it back, and its words are gone; it stands where others answered it. */
  isTakenBack?: boolean
}

export type Thread = Comment & { answers: Thread[] }

/** Deeper answers stand beside each other: a small screen has no room to tell them apart. */
const deepest = 4

/**
 * Comments as they answer each other, oldest first. An answer to what is not shown stands where that would have stood;
 * a circle of answers, which no software writes, is broken at its first.
 */
export function threadsOf(comments: readonly Comment[]): Thread[] {
  const inOrder = comments.toSorted((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
  const known = new Map(inOrder.map(comment => [comment.id, { ...comment, answers: [] as Thread[] }]))
  const depths = new Map<string, number>()
  const roots: Thread[] = []
  const placed = new Set<string>()
  const place = (thread: Thread) => {
    const way: Thread[] = []
    let each: Thread | undefined = thread
    while (each && !placed.has(each.id)) {
      way.push(each)
      placed.add(each.id)
      each = each.parentId === null ? undefined : known.get(each.parentId)
    }
    for (const next of way.reverse()) {
      let parent = next.parentId === null ? undefined : known.get(next.parentId)
      if (!parent || !depths.has(parent.id)) {
        depths.set(next.id, 0)
        roots.push(next)
        continue
      }
      while (depths.get(parent.id)! >= deepest - 1 && parent.parentId !== null)
        parent = known.get(parent.parentId)!
      depths.set(next.id, depths.get(parent.id)! + 1)
      parent.answers.push(next)
    }
  }
  for (const thread of known.values()) place(thread)
  const byTime = (threads: Thread[]) => {
    threads.sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
    for (const { answers } of threads) byTime(answers)
  }
  byTime(roots)
  return roots
}
