/** What readers are told of a link in a text that leads nowhere: why, and where a copy is. */
export type DeadLink = { mark: 'gone' | 'changed-hands'; copy: string | null }
