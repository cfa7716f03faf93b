import { parseArgs } from 'node:util';
import { WrongUsage } from '../cli/wrong-usage.js';
import { type Scale, scales } from './scale.js';

/** What a run of the bench was asked for. */
export interface Choice {
  readonly scale: Scale;
  /** The commit that is measured in turn with this one; null where this one's variants are. */
  readonly against: string | null;
  readonly json: boolean;
}

const options = {
  quick: { type: 'boolean' },
  json: { type: 'boolean' },
  children: { type: 'string' },
  rounds: { type: 'string' },
  against: { type: 'string' },
} as const;

/** WrongUsage, with a sentence, for anything that is no choice. */
export function choiceOf(args: readonly string[]): Choice {
  const values = valuesOf(args);
  const usual = scales[values.quick ? 'quick' : 'full'];
  const number = (text: string | undefined, otherwise: number): number => {
    const given = Number(text ?? otherwise);
    if (!Number.isInteger(given) || given < 1) throw new WrongUsage('--children and --rounds take a whole number.');
    return given;
  };
  return {
    scale: {
      ...usual,
      children: number(values.children, usual.children),
      rounds: number(values.rounds, usual.rounds),
    },
    against: values.against ?? null,
    json: values.json ?? false,
  };
}

function valuesOf(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options }).values;
  } catch (error) {
    throw new WrongUsage(`${(error as Error).message}.`);
  }
}
