import { describe, expect, it } from '@jest/globals';
import type { RecordSource } from './record-source.js';
import { RecordSources } from './record-sources.js';

const clinic: RecordSource = {
  ...{ name: 'clinic', organisation: /^[A-Z]{2}$/, precedence: 2, verifies: ['NHS_NUMBER'], showsResidence: false },
  written: { organisation: 'two letters', key: 'its letters and a number' },
  keyOf: (key, organisation) => (key.startsWith(organisation) ? key.toUpperCase() : null),
};
const team: RecordSource = {
  ...clinic,
  name: 'team',
  precedence: 1,
  verifies: [],
  system: 'care',
  showsResidence: true,
};
const letters: RecordSource = { ...team, name: 'letters', precedence: 3 };
const sources = new RecordSources([clinic, team, letters, clinic]);

describe('the sources of records', () => {
  it('prevail in the order they declare, and what none declares comes last', () => {
    const order = ['undeclared:AB', 'letters:AB', 'clinic:AB', 'team:AB'].sort(
      (a, b) => sources.precedenceOf(a) - sources.precedenceOf(b),
    );
    expect(order).toEqual(['team:AB', 'clinic:AB', 'letters:AB', 'undeclared:AB']);
  });

  it('verify the kinds of number that they declare to issue, and no other', () => {
    expect(sources.verifies('clinic:AB', 'NHS_NUMBER')).toBe(true);
    expect(sources.verifies('clinic:AB', 'UPN')).toBe(false);
    expect(sources.verifies('team:AB', 'NHS_NUMBER')).toBe(false);
    expect(sources.verifies('undeclared:AB', 'NHS_NUMBER')).toBe(false);
  });

  it('are one system within one organisation where they declare the same, and each its own where none', () => {
    expect(sources.systemOf('team:AB')).toBe(sources.systemOf('letters:AB'));
    expect(sources.systemOf('team:AB')).not.toBe(sources.systemOf('team:CD'));
    expect(sources.systemOf('clinic:AB')).toBe('clinic:AB');
    expect(sources.systemOf('undeclared:AB')).toBe('undeclared:AB');
  });

  it('show where a child lives only where they declare that they do', () => {
    expect(['team:AB', 'clinic:AB', 'undeclared:AB'].map((source) => sources.showsResidence(source))).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('read a key as the organisation they name writes it', () => {
    expect(sources.keysOf('clinic:AB')?.('ABc')).toBe('ABC');
    expect(sources.keysOf('clinic:AB')?.('CDc')).toBeNull();
  });

  it.each(['clinic', 'clinic:', 'clinic:abc', 'clinic:AB:CD', 'undeclared:AB', 'toString:AB', '', ':AB'])(
    'are none of the hub’s under %p',
    (source) => {
      expect(sources.keysOf(source)).toBeNull();
    },
  );

  it('are refused where two have one name or one precedence', () => {
    expect(() => new RecordSources([clinic, { ...clinic, precedence: 9 }])).toThrow('clinic');
    expect(() => new RecordSources([clinic, { ...clinic, name: 'other' }])).toThrow('clinic and other');
  });
});
