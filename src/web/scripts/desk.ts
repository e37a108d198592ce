/** What script adds to the desk's pages. Every part works without it. */
export {}
