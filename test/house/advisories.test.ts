import { describe, expect, it } from '@jest/globals';
import { productFiles } from './product-files.js';

/**
 * The first version without a published weakness, by package. `npm audit` needs a registry that answers; this does
 * not. Sources: the packages' own change logs; a new advisory is a new line.
 */
const mended: Readonly<Record<string, string>> = {
  '@apollo/server': '5.5.0', // GHSA-9q82-xgwf-vj6h; 5.4.0 for CVE-2026-23897
  '@apollo/gateway': '2.13.2', // CVE-2026-32621; 2.11.0 for GHSA-q2f9-x4p4-7xmh and GHSA-p2q6-pwh5-m6jr
  '@apollo/query-planner': '2.13.2', // CVE-2026-32621
  '@apollo/federation-internals': '2.13.2', // CVE-2026-32621
  '@apollo/composition': '2.12.1', // access control lost on interfaces (federation#3343)
  typeorm: '1.0.0', // order direction, schema names (#12217, #12207); 0.3.26 for CVE-2025-60542
  graphql: '16.15.0', // bounds the quadratic cost of overlapping fields
};

interface Lock {
  readonly packages: Readonly<Record<string, { readonly version?: string }>>;
}

function isBefore(version: string, least: string): boolean {
  const [have, need] = [version, least].map((text) => text.split(/[-+]/)[0]?.split('.').map(Number) ?? []);
  const place = need?.findIndex((part, index) => part !== have?.[index]) ?? -1;
  return place === -1 ? version.includes('-') : (have?.[place] ?? 0) < (need?.[place] ?? 0);
}

/** Every installed copy, however deep, that is older than the version that mended it. */
function weak(lock: Lock): string[] {
  return Object.entries(lock.packages).flatMap(([place, { version = '0' }]) => {
    const name = place.split('node_modules/').at(-1) ?? '';
    const least = mended[name];
    return least && isBefore(version, least) ? [`${place} ${version}: needs ${least}`] : [];
  });
}

describe('a version with a published weakness', () => {
  it.each([
    ['node_modules/@apollo/server', '5.4.9'],
    ['node_modules/@apollo/server', '5.5.0-rc.1'],
    ['node_modules/typeorm', '0.3.30'],
    ['node_modules/a/node_modules/@apollo/gateway', '2.9.12'],
  ])('is seen in %s %s', (place, version) => {
    expect(weak({ packages: { [place]: { version } } })).toHaveLength(1);
  });

  it.each([
    ['node_modules/@apollo/server', '5.5.0'],
    ['node_modules/@apollo/gateway', '2.13.10'],
    ['node_modules/graphql', '17.0.0'],
  ])('is not %s %s', (place, version) => {
    expect(weak({ packages: { [place]: { version } } })).toEqual([]);
  });

  it('is not installed', () => {
    const [file] = productFiles('package-lock.json');
    expect(weak(JSON.parse(file?.text ?? '{"packages":{}}') as Lock)).toEqual([]);
  });

  it('is looked for among packages that are installed', () => {
    const [file] = productFiles('package-lock.json');
    const { packages } = JSON.parse(file?.text ?? '{"packages":{}}') as Lock;
    expect(Object.keys(mended).filter((name) => !packages[`node_modules/${name}`])).toEqual([]);
  });
});
