import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { readEnvironment } from '../../../platform/config/environment.js';
import { type Example, example } from './example.js';
import { inventedArea } from './invented-area.js';

const { sharedExamples } = readEnvironment();
const handWorked = sharedExamples === undefined ? null : path.join(sharedExamples, 'waiting-lists.json');

/** The hand-worked example, from the folder that SHARED_EXAMPLES names; null, and said so, where none is named. */
export function handWorkedArea(): Example | null {
  if (handWorked !== null && existsSync(handWorked)) return example.parse(JSON.parse(readFileSync(handWorked, 'utf8')));
  process.stderr.write('SKIPPED the hand-worked area: SHARED_EXAMPLES names no folder with waiting-lists.json.\n');
  return null;
}

/** Every area that the journeys are made in: our own, and the hand-worked one where it is there. */
export function areas(): readonly [name: string, area: Example][] {
  const other = handWorkedArea();
  return [['our own area', inventedArea], ...(other ? [['the hand-worked area', other] as [string, Example]] : [])];
}
