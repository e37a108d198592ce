/** Why a mail is written. Each has its words in the outbox. */
export const mailPurposes = ['claim', 'sign-in', 'password', 'address', 'invitation', 'notice'] as const
export type MailPurpose = (typeof mailPurposes)[number]

/** Whoever holds such a mail can come in by it: once it is sent, its words are not kept. */
export function opensDoors(purpose: MailPurpose): boolean {
  return purpose !== 'notice'
}

/** One address and nothing else: no name, no list, no line break that would begin a header of its own. */
export function isMailAddress(told: string): boolean {
  return told.length <= 254 && /^[^\s@<>()[\]\\,;:"\p{Cc}]+@[^\s@<>()[\]\\,;:"\p{Cc}]+$/u.test(told)
}
