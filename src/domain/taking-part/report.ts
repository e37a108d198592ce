/** Why readers tell of what others said. */
export const reportReasons = ['spam', 'rude', 'wrong', 'other'] as const
export type ReportReason = (typeof reportReasons)[number]

export function reportReasonOf(told: string): ReportReason {
  return reportReasons.find(each => each === told) ?? 'other'
}
