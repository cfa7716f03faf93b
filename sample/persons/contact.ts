import type { Random } from '../random.js';
import { withoutAccents } from './slip/name-forms.js';
import type { Contact } from './person.js';
import { population } from './rates.js';

/** Names reserved for examples, so that no letter reaches anyone. */
const mailHosts = ['example.com', 'example.org', 'example.net', 'mail.example'];

/** Hands out telephone numbers of 01632, an area code that no place has; none twice among a million. */
export class Phones {
  private serial = 0;

  next(): string {
    return `01632${String((this.serial++ * 617_531) % 1_000_000).padStart(6, '0')}`;
  }
}

/** How a grown person is reached: by telephone and, in most cases, e-mail. */
export function drawContact(random: Random, given: string, family: string, phones: Phones): Contact {
  const address = [given, family]
    .map((part) =>
      withoutAccents(part)
        .toLowerCase()
        .replace(/[^a-z]/g, ''),
    )
    .join('.');
  return {
    phone: phones.next(),
    email: random.chance(population.hasEmail)
      ? `${address}${String(random.int(1, 9999))}@${random.pick(mailHosts)}`
      : '',
  };
}
