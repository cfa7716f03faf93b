import type { Concept } from '../../../platform/subgraph/concept.js';
import type { EducationServices } from '../context.js';
import { UnidentifiedSenResolver } from './unidentified-sen.resolver.js';
import { unidentifiedSenCube } from './unidentified-sen.cube.js';

/** Of how many children nobody had named a special educational need when they were suspended or excluded, as figures. */
export const unidentifiedSen: Concept<EducationServices> = {
  cubes: [unidentifiedSenCube],
  resolvers: [UnidentifiedSenResolver],
};
