import { describe, expect, it } from '@jest/globals';
import { organisationCode } from './organisation-code.js';

describe('the code of where a persona works', () => {
  it.each(['900001', '100000', '150123'])('is a URN of six digits: %s', (text) => {
    expect(organisationCode('school', text)).toBe(text);
  });

  it.each(['abc', '', '90001', '9000011', '012345', ' 900001', '900001\n', 'XAC01', '９０００01'])(
    'is no URN: %j',
    (text) => {
      expect(() => organisationCode('school', text)).toThrow('URN');
    },
  );

  it.each(['XAC01', 'XSL02', 'RX3', 'RAL', 'QKK', 'NTX', '8J094', 'A1B2C'])('is an ODS code: %s', (text) => {
    expect(organisationCode('provider', text)).toBe(text);
  });

  it.each(['ZZZ', '', 'xac01', 'RX', 'RX 3', 'ABCDEFGHIJK', '900001x', "RX3'"])('is no ODS code: %j', (text) => {
    expect(() => organisationCode('provider', text)).toThrow('ODS');
  });
});
