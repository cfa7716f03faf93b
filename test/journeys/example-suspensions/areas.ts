import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { readEnvironment } from '../../../platform/config/environment.js';
import { type Example, example } from './example.js';
import { inventedArea } from './invented-area.js';

const { sharedExamples } = readEnvironment();
const handWorked = sharedExamples === undefined ? null : path.join(sharedExamples, 'suspensions.json');

/** The hand-worked example, from the folder that SHARED_EXAMPLES names; null, and said so, where none is named. */
function handWorkedArea(): Example | null {
  if (handWorked !== null && existsSync(handWorked)) return example.parse(JSON.parse(readFileSync(handWorked, 'utf8')));
  process.stderr.write('SKIPPED the hand-worked children: SHARED_EXAMPLES names no folder with suspensions.json.\n');
  return null;
}

/** The children that the journeys are made with: our own, and the hand-worked ones where they are there. */
export function areas(): readonly [name: string, area: Example][] {
  const other = handWorkedArea();
  return [['our own', inventedArea], ...(other ? [['the hand-worked', other] as [string, Example]] : [])];
}
