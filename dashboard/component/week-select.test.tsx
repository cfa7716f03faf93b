import { describe, expect, it } from '@jest/globals';
import { markupOf } from '../layout/markup.js';
import { WeekSelect, weeksToChoose } from './week-select.js';

const present = '2026-11-16';

describe('the weeks to choose from', () => {
  it('are the present one and the twelve before, the latest first, each a Monday in words', () => {
    const weeks = weeksToChoose({ week: present, present });
    expect(weeks).toHaveLength(13);
    expect([weeks[0], weeks[1], weeks.at(-1)]).toEqual([present, '2026-11-09', '2026-08-24']);
    const html = markupOf(<WeekSelect week="2026-11-09" present={present} />);
    expect(html).toContain('<option value="2026-11-09" selected="">9 Nov 2026</option>');
    expect(html.match(/selected/g)).toHaveLength(1);
  });

  it('have the one of the address among them, in its place', () => {
    expect(weeksToChoose({ week: '2026-11-30', present })[0]).toBe('2026-11-30');
    expect(weeksToChoose({ week: '2025-01-06', present }).at(-1)).toBe('2025-01-06');
    expect(weeksToChoose({ week: '2025-01-06', present })).toHaveLength(14);
  });
});
