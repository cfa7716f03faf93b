import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { LinkPeople } from '../cli/match/link-files.js';
import type { FoundPair } from '../cli/match/matcher.js';
import { type Matcher, measure } from './matching-measure.js';
import { matchingTable } from './matching-report.js';
import { type MatchingSet, truthOf } from './matching-set.js';

let dir: string;

beforeAll(() => {
  dir = mkdtempSync(path.join(tmpdir(), 'hub-matching-'));
});
afterAll(() => {
  rmSync(dir, { recursive: true, force: true });
});

function file(name: string, content: string): string {
  const at = path.join(dir, name);
  writeFileSync(at, content);
  return at;
}

/** Links records of one given name, and puts those of one family name in review. */
const byName: LinkPeople = (left, right) => {
  return Promise.resolve(
    left.flatMap((a, i) =>
      (right ?? left).flatMap((b, j): FoundPair[] => {
        if (!right && j <= i) return [];
        if (a.given === b.given) return [{ left: i, right: j, probability: 0.99, band: 'link' }];
        return a.family === b.family ? [{ left: i, right: j, probability: 0.9, band: 'review' }] : [];
      }),
    ),
  );
};

const matcher: Matcher = { link: byName, compared: (left, right) => left.length * (right ?? left).length };

describe('the truth of a set', () => {
  it('is every two records with one value in a column', async () => {
    const files = [file('cluster.csv', 'n,given,cluster\n1,Ada,x\n2,Bo,y\n3,Ada,x\n4,Ada,x\n')];
    const set: MatchingSet = {
      name: '',
      files,
      linked: false,
      map: '',
      truth: { by: 'column', id: 'n', column: 'cluster' },
    };
    expect((await truthOf(set)).pairs).toEqual([
      { left: '1', right: '3' },
      { left: '1', right: '4' },
      { left: '3', right: '4' },
    ]);
  });

  it('is in the names of the records', async () => {
    const files = [file('named.csv', 'rec_id, given\nrec-7-org, a\nrec-71-org, b\nrec-7-dup-0, c\n')];
    const set: MatchingSet = { name: '', files, linked: false, map: '', truth: { by: 'record-name' } };
    expect((await truthOf(set)).pairs).toEqual([{ left: 'rec-7-org', right: 'rec-7-dup-0' }]);
  });
});

describe('a measured set', () => {
  it('of two files row by row counts twins apart', async () => {
    const files = [
      file('one.csv', 'G,F,B\nAda,Quill,2014-01-01\nBo,Reed,2014-01-02\nCy,Lowe,2014-01-03\nDee,Moss,2014-01-04\n'),
      file('two.csv', 'G,F,B\nAda,Quill,2014-01-01\nBea,Reed,2014-01-02\nBo,Lowe,2014-02-03\nDee,Moss,2014-01-04\n'),
    ];
    const truth = { by: 'row', given: 'G', family: 'F', dateOfBirth: 'B' } as const;
    const set: MatchingSet = { name: 'rows', files, linked: true, map: 'given=G,family=F,dateOfBirth=B', truth };
    const measured = await measure(set, matcher, '2026-11-20');
    // Bo of the first with Bo of the second is wrong; Cy and Bo Lowe are true, in review; Bo and Bea Reed are twins.
    expect(measured).toMatchObject({
      records: 8,
      compared: 16,
      score: { truePairs: 3, links: 3, rightLinks: 2, review: 2, trueInReview: 1 },
      twins: { pairs: 1, linked: 0, review: 1 },
      groups: [],
    });
    expect(measured.peakMb).toBeGreaterThan(10);
    expect(matchingTable([measured])).toMatch(
      /rows +8 +3 +3 +1 +0\.6667 +0\.6667 +0\.6667 +2 +1 +250\.0 +0\.8571 +1 +0 +1/,
    );
  });

  it('of files put together says what was found of each group', async () => {
    const files = [
      file('a.csv', 'id,given,family\na1,Ada,Quill\na2,Bo,Reed\n'),
      file('b.csv', 'id,given,family\nb1,Ada,Q\nb2,Cy,Reed\nb3,Dee,Moss\n'),
    ];
    const set: MatchingSet = {
      name: 'files',
      files,
      linked: false,
      map: '',
      truth: {
        by: 'file',
        pairs: file('truth.csv', 'left,right\na1,b1\na2,b2\na1,b3\n'),
        groups: file('groups.csv', 'id,group\nb1,first\nb2,second\nb3,second\n'),
      },
    };
    const measured = await measure(set, matcher, '2026-11-20');
    expect(measured.score).toMatchObject({ truePairs: 3, links: 1, rightLinks: 1, review: 1, trueInReview: 1 });
    expect(measured.groups).toEqual([
      { group: 'first', truePairs: 1, linked: 1, withReview: 1 },
      { group: 'second', truePairs: 2, linked: 0, withReview: 0.5 },
    ]);
    expect(matchingTable([measured])).toMatch(/second +2 +0\.0000 +0\.5000/);
  });
});
