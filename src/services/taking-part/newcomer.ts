/**
 * Who has fewer comments that were approved is rather new: reports of readers, or the word of a service, hold what they
 * said. Whose words were approved more often is not silenced by those who dislike them: a curator decides.
 */
export const newcomerBelow = 3
