/** What was looked at, and how it is. `note`: it works, and might be better. */
export type Checked = { check: string; state: 'fine' | 'note' | 'wrong'; says: string }
