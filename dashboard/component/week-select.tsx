import { dayText, weeksFrom } from '../words/dates.js';
import { Select } from './form.js';

interface WeekSelectProps {
  /** The Monday of the week that is looked at. */
  readonly week: string;
  /** The Monday of the present one. */
  readonly present: string;
}

/** As far back as a school tells of whom it had to look after. */
const weeksBack = 12;

/** The weeks to choose from by their Mondays, the present one first; one that an address asks for is among them. */
export function weeksToChoose({ week, present }: WeekSelectProps): readonly string[] {
  const own = Array.from({ length: weeksBack + 1 }, (_, back) => weeksFrom(present, -back));
  return own.includes(week) ? own : [...own, week].toSorted().toReversed();
}

/** A week in words: a date field writes it as the browser is used to, the month first in some. */
export const WeekSelect = (props: WeekSelectProps) => (
  <Select
    name="week"
    label="Week of"
    faults={[]}
    value={props.week}
    options={weeksToChoose(props).map((monday) => ({ value: monday, text: dayText(monday) }))}
  />
);
