/** Whether a host is one to which addresses are sent that nobody has a site at. */
export function isParkingHost(host: string): boolean {
  return hosts.test(host)
}

/** Companies that park and sell domains, by the hosts that they send to. */
const hosts =
  /(?:^|\.)(?:sedo(?:parking)?\.com|parkingcrew\.(?:net|com)|bodis\.com|hugedomains\.com|dan\.com|undeveloped\.com|afternic\.com|above\.com|parklogic\.com|domainmarket\.com|buydomains\.com|brandbucket\.com|uniregistry\.com|uni\.domains|namebright\.com|dynadot\.com|parked\.com|fabulous\.com|skenzo\.com|parking\.reg\.ru|expireddomains\.net|domain-for-sale\.[a-z]+|perfectdomain\.com|squadhelp\.com|atom\.com|spaceship\.com|expired\.[a-z]+|domainretailing\.com|internettraffic\.com|voodoo\.com|cashparking\.com)$|^ww\d{1,2}\.|^(?:expired|suspended|parked)(?:page|domain)?\./i
