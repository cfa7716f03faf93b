import { describe, expect, it } from '@jest/globals';
import { withPlainKeys } from './plain-keys.js';

const plain = (text: string): string => withPlainKeys(text).replaceAll(/\s+/g, ' ');

describe('a read without access', () => {
  it('is left as it is where it names no keys', () => {
    expect(withPlainKeys('select 1 from t where (a)')).toBe('select 1 from t where (a)');
  });

  it('takes whatever stood between the brackets, brackets included, wherever it stood', () => {
    const text = plain('select * from ctx.keys(array(select (i) from asked)) k join ctx.keys($1) l on true');
    expect(text).not.toContain('ctx.keys');
    expect(text).toContain('from unnest(array(select (i) from asked)::uuid[]) asked(id)');
    expect(text).toContain('from unnest($1::uuid[]) asked(id)');
    expect(text).toMatch(/ held\(id\)\) k join \(select asked\.id .* held\(id\)\) l on true$/);
  });

  it('is refused where a bracket is never closed', () => {
    expect(() => withPlainKeys('select * from ctx.keys(array(select 1)')).toThrow('bracket');
  });
});
