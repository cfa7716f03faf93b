import { describe, expect, it } from '@jest/globals';
import type { Shown } from '../gateway/shown.js';
import { markupOf } from '../layout/markup.js';
import { Value } from './value.js';

const drawn = (of: Shown<string>): string =>
  markupOf(<Value of={of} as={(value) => <b>{value}</b>} role="virtual-school-head" />);

describe('a value on a page', () => {
  it.each<[Shown<string>, string]>([
    [{ kind: 'held', value: 'Booked' }, '<b>Booked</b>'],
    [{ kind: 'none', seesAll: true }, 'None recorded'],
    [{ kind: 'none', seesAll: false }, 'None that you may see'],
    [
      { kind: 'unavailable', domain: 'SOCIAL_CARE' },
      'We could not ask social care just now. This does not mean that nothing is held.',
    ],
    [{ kind: 'unavailable', domain: 'PARTNERSHIP' }, 'We could not ask the child index just now.'],
    [{ kind: 'refused', because: 'Only its own.' }, 'You do not see this as virtual school head: Only its own.'],
    [{ kind: 'suppressed' }, 'Fewer than 8: not shown'],
  ])('says of %j what it is', (of, words) => {
    expect(drawn(of)).toContain(words);
  });

  it('says that it is late, since when, and what it was', () => {
    const late = {
      kind: 'late',
      value: 'Booked',
      lastReceived: '2026-11-24T06:10:00.000Z',
      expectedEvery: 'every day',
    } as const;
    expect(drawn(late)).toContain('Last received 24 Nov 2026, 6:10am; expected every day');
    expect(drawn(late)).toContain('<b>Booked</b>');
    expect(drawn({ ...late, lastReceived: null })).toContain('Never received');
    expect(drawn({ ...late, behind: ['HEALTH', 'PARTNERSHIP'] })).toContain(
      'There may be more: not all is taken in yet from health, the child index',
    );
  });

  it('is never markup of its own, whatever it holds', () => {
    const text = drawn({ kind: 'held', value: '<script>alert(1)</script>' });
    expect(text).not.toContain('<script');
    expect(text).toContain('&lt;script&gt;');
  });
});
