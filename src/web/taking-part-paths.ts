import { queueMailsPath, queuePath } from '../domain/address.ts'

/** The addresses of what others than curators bring, and of the desk's rooms for it: a part of `paths`. */
export const takingPartPaths = {
  /** @param query which of them, as the queue's own form asks */
  deskComments: queuePath,
  deskCommentsBack: () => '/desk/comments/back',
  deskCommentsStopped: () => '/desk/comments/stopped',
  /** When comments close, on the whole site or (`series` in the form) below one series. */
  deskCommentsClosing: () => '/desk/comments/closing',
  deskCommentsMails: queueMailsPath,
  deskBlocks: (of?: string) => (of ? `/desk/blocks?of=${of}` : '/desk/blocks'),
  deskVisitorSignIns: () => '/desk/blocks/sign-ins',
  deskBlock: (id: string) => `/desk/blocks/${id}`,
  commentReport: (id: string) => `/comments/${id}/report`,
  /** Where whoever organises an entry asks to come in. @param of path of its page */
  organisers: (of?: string) => (of ? `/organisers?of=${encodeURIComponent(of)}` : '/organisers'),
  organiserLink: (token: string) => `/organisers/link/${token}`,
  organiserOwn: () => '/organisers/own',
  organiserEntry: (id: string) => `/organisers/own/${id}`,
  organiserRecording: (id: string) => `/organisers/own/${id}/recording`,
  organiserOut: () => '/organisers/out',
  /** What organisers changed, answered. */
  deskOrganiserAnswers: (series: string, edition: string) => `/desk/${series}/${edition}/organisers`,
  deskOrganiserRule: (id: string) => `/desk/organisations/${id}/organiser-rule`,
  /** What a form that is touched is to be proven by. */
  proof: () => '/proof',
}
