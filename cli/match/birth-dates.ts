import { Temporal } from 'temporal-polyfill';
import { isoDate } from '../../platform/ingest/plain-date.js';

/** A written form of dates of birth. */
interface BirthDateForm {
  /** The text as `yyyy-mm-dd`, whether or not that is a day of the calendar; null where it is written otherwise. */
  readonly toIso: (text: string) => string | null;
  readonly dayFirst: boolean;
}

const rearranged = (pattern: RegExp) => {
  return (text: string): string | null => {
    const { year, month, day } = pattern.exec(text)?.groups ?? {};
    return year && month && day ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : null;
  };
};

/** In order of preference, where as many values fit one as another. */
const forms: readonly BirthDateForm[] = [
  {
    toIso: rearranged(
      /^(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})(?:[T ]\d{2}:\d{2}[\d:.]*(?:Z|[+-]\d{2}:?\d{2})?)?$/,
    ),
    dayFirst: false,
  },
  { toIso: rearranged(/^(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})$/), dayFirst: false },
  { toIso: rearranged(/^(?<day>\d{1,2})([/-])(?<month>\d{1,2})\2(?<year>\d{4})$/), dayFirst: true },
];

/** What a written date of birth comes to. */
export type BirthDate =
  | { readonly date: string }
  /**
   * Not of the file's form; of the form, and no date anyone living was born on; or one that is still to come: an unborn
   * child's. The record is compared without it.
   */
  | { readonly leftOut: 'date-form' | 'date-impossible' | 'not-yet-born' };

/** Nobody living was born before. */
const earliest = '1900-01-01';

/**
 * The dates of birth of one file. They have one form, the one that most of them fit: in a mixed column 03/04/2014
 * could be either of two days, so what is written in another form is not guessed at.
 */
export class BirthDates {
  private readonly form: BirthDateForm | undefined;
  /** Months over 12 and no day over 12, read day first: the column was written month first. */
  readonly monthFirst: boolean;
  private readonly latest: string;

  constructor(
    texts: readonly string[],
    private readonly today: string,
  ) {
    const fits = forms.map(({ toIso }) => texts.filter((text) => toIso(text) !== null).length);
    const form = forms[fits.indexOf(Math.max(...fits))];
    const isos = form?.dayFirst ? texts.flatMap((text) => form.toIso(text) ?? []) : [];
    this.monthFirst = isos.some((iso) => iso.slice(5, 7) > '12') && !isos.some((iso) => iso.slice(8) > '12');
    this.form = form;
    this.latest = Temporal.PlainDate.from(today).add({ years: 1 }).toString();
  }

  read(text: string): BirthDate {
    const iso = this.form?.toIso(text) ?? null;
    if (iso === null) return { leftOut: 'date-form' };
    if (isoDate.read(iso) === null || iso < earliest || iso > this.latest) return { leftOut: 'date-impossible' };
    return iso > this.today ? { leftOut: 'not-yet-born' } : { date: iso };
  }
}
