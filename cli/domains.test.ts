import 'reflect-metadata';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { personaNamed } from '../platform/auth/personas.js';
import { productRoot } from '../platform/config/product-root.js';
import { subgraphName } from '../platform/db/names.js';
import { hashedKey } from '../platform/ingest/person-field.js';
import type { IngestSource } from '../platform/ingest/ingest-source.js';
import { csvOf, trialOf } from '../platform/ingest/trial.test-support.js';
import { Composition } from './composition.js';
import { hub, manifests } from './domains.js';

const { recordSources: declared } = hub;
const names = ['peps', 'ssda903', 'cin-census', 'waiting-list', 'case-list', 'school-census'];
const hash = hashedKey('900001', 'Testcase', 'Robin', '2015-05-01');

describe('what the hub’s sources declare of their records of people', () => {
  it('is whose word prevails: a school’s, which sees the child daily, before a return copied once a year', () => {
    const prevails = [...names].sort((a, b) => declared.precedenceOf(`${a}:1`) - declared.precedenceOf(`${b}:1`));
    expect(prevails).toEqual(['school-census', 'case-list', 'waiting-list', 'cin-census', 'ssda903', 'peps']);
  });

  it('is which numbers their bodies issue', () => {
    const types = ['UPN', 'NHS_NUMBER', 'SOCIAL_CARE_ID', 'ULN'] as const;
    const verified = names.map((name) => [name, types.filter((type) => declared.verifies(`${name}:990`, type))]);
    expect(Object.fromEntries(verified)).toEqual({
      'school-census': ['UPN'],
      'waiting-list': ['NHS_NUMBER'],
      'case-list': ['SOCIAL_CARE_ID'],
      'cin-census': ['SOCIAL_CARE_ID'],
      ssda903: ['SOCIAL_CARE_ID'],
      peps: [],
    });
  });

  it('is that the council’s case system writes three of them', () => {
    const system = declared.systemOf('case-list:990');
    expect(names.filter((name) => declared.systemOf(`${name}:990`) === system)).toEqual([
      'ssda903',
      'cin-census',
      'case-list',
    ]);
  });

  it('is that a provider’s list says nothing of where a child lives', () => {
    expect(names.filter((name) => !declared.showsResidence(`${name}:990`))).toEqual(['waiting-list']);
  });

  it.each([
    ['school-census:900001', ' b801200005001', 'B801200005001'],
    ['school-census:900001', hash, hash],
    ['school-census:900001', 'A801200005001', null],
    ['waiting-list:XAC01', '999 000 0018', '9990000018'],
    ['waiting-list:XAC01', '9990000019', null],
    ['waiting-list:XAC01', hash, hash],
    ['case-list:990', '990/SC1', '990/SC1'],
    ['case-list:990', '991/SC1', null],
    ['case-list:990', '990/', null],
    ['case-list:990', hash, null],
    ['cin-census:990', '990/DfEX0000001', '990/DfEX0000001'],
    ['ssda903:990', '990/1', '990/1'],
    ['peps:990', '990/SC1', '990/SC1'],
    ['peps:990', 'B801200005001', 'B801200005001'],
  ])('is how a key of %s is written: %s', (source, written, key) => {
    expect(declared.keysOf(source)?.(written)).toBe(key);
  });

  it('is heard by the partnership, which obeys a deletion that names any of them', async () => {
    const { source } = hub.sources.get('deletions') ?? {};
    const { format } = source as IngestSource;
    const named = { source: 'waiting-list:ZQ1', source_key: '9990000018', reason: 'ENTERED_IN_ERROR' };
    const { taken } = await trialOf(format, csvOf(format.columns, named, { ...named, source: 'dentist:ZQ1' }));
    expect(taken.map(({ person }) => person?.source)).toEqual(['waiting-list:ZQ1']);
  });
});

describe('subgraphs put together', () => {
  it('are the folders of subgraphs, each with its word in the vocabulary of domains', () => {
    const folders = readdirSync(path.join(productRoot, 'subgraphs'));
    expect(manifests.map(({ domain }) => subgraphName(domain)).sort()).toEqual(folders.sort());
  });

  it('have an integrator among the personas who may send every source', () => {
    const scopes = personaNamed('integrator').scopes;
    expect([...scopes].sort()).toEqual([...hub.sources.keys()].map((word) => `ingest:${word}`).sort());
  });

  it('are refused where two of their sources have one word', () => {
    expect(() => new Composition([...manifests, ...manifests.slice(1, 2)])).toThrow('gias');
  });
});
