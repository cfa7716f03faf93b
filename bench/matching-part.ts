import { todayInEngland } from '../cli/today.js';
import { eachCandidatePair, knownPerson, linkPeople } from '../cli/match/matcher.js';
import { type Matcher, measure } from './matching-measure.js';
import type { MatchingSet } from './matching-set.js';

const matcher: Matcher = {
  link: linkPeople,
  compared: (left, right) => {
    const records = [...left, ...(right ?? [])].map((person) => knownPerson(person));
    let pairs = 0;
    eachCandidatePair(records, right && left.length, () => (pairs += 1));
    return pairs;
  },
};

/** Measures the set given as JSON, in this process and no other. */
const set = JSON.parse(process.argv[2] ?? '') as MatchingSet;
process.stdout.write(JSON.stringify(await measure(set, matcher, todayInEngland())));
