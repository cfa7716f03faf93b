import { doubleMetaphone } from 'double-metaphone';
import { normaliseName } from '../../../platform/identity-client/identifier/name.js';

/** A name in the forms it is compared in. */
export interface KnownName {
  /** As `normaliseName` writes it; empty where nothing is said. */
  readonly whole: string;
  /** Its parts, where it has several: `ANN MARIE`, both halves of a double-barrelled name. */
  readonly parts: readonly string[];
  /** How it sounds: Double Metaphone of its first part. */
  readonly sound: string;
}

const noName: KnownName = { whole: '', parts: [], sound: '' };

// A name this long is a sentence, or a mistake: nobody is found by it.
const longestName = 100;

/** A name in the forms it is compared in. */
export function knownName(text: string | null): KnownName {
  if (text === null || text.length > longestName) return noName;
  const whole = normaliseName(text);
  if (whole === '') return noName;
  const parts = text
    .split(/[\s\-‐‑–/]+/u)
    .map(normaliseName)
    .filter((part) => part !== '');
  return { whole, parts, sound: soundOf(parts[0] ?? whole) };
}

function soundOf(name: string): string {
  const [sound] = doubleMetaphone(name);
  return sound === '' ? name.slice(0, 4) : sound;
}
