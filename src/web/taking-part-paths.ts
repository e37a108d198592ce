/** The addresses of what others than curators bring, and of the desk's rooms for it: a part of `paths`. */
export const takingPartPaths = {
  /** What a form that is touched is to be proven by. */
  proof: () => '/proof',
}
