/** The hub's own matcher, as `hub match` and the measurements of it run it: on people in files, without a database. */
export { eachCandidatePair } from '../../subgraphs/partnership/matching/candidate-pairs.js';
export { knownPerson } from '../../subgraphs/partnership/matching/known.js';
export { linkPeople } from '../../subgraphs/partnership/matching/link-people.js';
export type { FoundPair, Person } from '../../subgraphs/partnership/matching/person.js';
