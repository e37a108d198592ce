/** Prepares what many test files share. */
export default async function setup() {}
