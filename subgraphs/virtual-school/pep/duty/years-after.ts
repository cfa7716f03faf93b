import { Temporal } from 'temporal-polyfill';

/** The same day so many years later. Whoever was born on 29 February has their birthday on 1 March of other years. */
export function yearsAfter(on: string, years: number): string {
  const birthday = Temporal.PlainDate.from(on).add({ years });
  return (birthday.day === Number(on.slice(8)) ? birthday : birthday.add({ days: 1 })).toString();
}
