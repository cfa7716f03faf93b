import type { Rate } from '../sample/report/area-rates.js';
import { measures } from '../sample/report/published-rates.js';
import { markdownTable } from './markdown-table.js';

/** Rates of a sample area beside England's, a row each. */
export const ratesTable = (rates: readonly Rate[]): string =>
  markdownTable([
    ['rate in the last whole year', 'of', 'here', 'England', 'in', 'unit'],
    ...rates.map(({ measure, group, area, england, englandIn }) => [
      ...[measures[measure].name, group, area === null ? '–' : area.toFixed(2), england.toFixed(2), englandIn],
      measures[measure].unit,
    ]),
  ]);
