/** The part of Citation.js that tests read our files with; it has no types of its own. */
declare module '@citation-js/core' {
  export class Cite {
    constructor(data: string)
    data: Record<string, unknown>[]
  }
}
declare module '@citation-js/plugin-bibtex' {}
declare module '@citation-js/plugin-ris' {}
