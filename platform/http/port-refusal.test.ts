import { describe, expect, it } from '@jest/globals';
import { portRefusal } from './port-refusal.js';

const refusal = (code: string): string =>
  portRefusal(Object.assign(new Error('x'), { code }), { host: 'h', port: 80 }).message;

describe('why a part cannot listen', () => {
  it.each([
    ['EADDRINUSE', 'Port 80 of h is in use: stop what listens there, or set HUB_PORT.'],
    ['EACCES', 'Port 80 of h may not be listened on by this user: set HUB_PORT to one above 1023.'],
    ['ENOTFOUND', 'Port 80 of h cannot be listened on, for that is no address: set HUB_HOST.'],
    ['EADDRNOTAVAIL', 'Port 80 of h cannot be listened on, for the address is not of this computer: set HUB_HOST.'],
    ['EOTHER', 'Port 80 of h cannot be listened on (EOTHER): set HUB_PORT.'],
  ])('is the true reason: %s', (code, sentence) => {
    expect(refusal(code)).toBe(sentence);
  });
});
