export async function reportPosts(_samples: string): Promise<void> {
  console.log('\nPosts: skipped, nothing reads them yet.')
}
