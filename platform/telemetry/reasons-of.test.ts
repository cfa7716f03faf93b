import { describe, expect, it } from '@jest/globals';
import { InvalidInput, Unavailable } from '../errors/hub-error.js';
import { createLog, framesOf } from './log.js';
import { reasonsOf } from './reasons-of.js';

const refusedConnection = Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:5432'), { code: 'ECONNREFUSED' });

describe('why an error came about', () => {
  it('is the codes of what caused it, from the outside in', () => {
    const error = new Unavailable('The domain gave no answer.', {}, { cause: refusedConnection });
    expect(reasonsOf(error)).toEqual(['The domain gave no answer.', 'ECONNREFUSED']);
    expect(reasonsOf(Object.assign(new Error('x'), { code: '57P01' }))).toEqual(['57P01']);
    expect(reasonsOf(new Error('timeout exceeded when trying to connect'))).toEqual([
      'timeout exceeded when trying to connect',
    ]);
  });

  it('says which domain, and with what code it answered', () => {
    const late = new Unavailable('A feed could not be read.', { domain: 'EDUCATION', code: 'SUBGRAPH_UNAVAILABLE' });
    expect(reasonsOf(late)).toEqual(['A feed could not be read. (EDUCATION, SUBGRAPH_UNAVAILABLE)']);
  });

  it('never holds what a message, a detail or a code may carry of a child', () => {
    const bad = Object.assign(new Error('Key (name)=(Ash Example) already exists.'), {
      code: 'Ash Example',
      cause: 'Ash',
    });
    expect(reasonsOf(bad)).toEqual([]);
    expect(reasonsOf(new InvalidInput('The file ash.csv does not exist.'))).toEqual(['INVALID_INPUT']);
    expect(reasonsOf(new Unavailable('It is away.', { domain: 'Ash Example', child: 'ABCD' }))).toEqual([
      'It is away.',
    ]);
    expect(reasonsOf('Ash')).toEqual([]);
  });

  it('ends with a chain that never does', () => {
    const round = new Error('x');
    round.cause = round;
    expect(reasonsOf(round)).toEqual([]);
  });

  it('stands before the frames in the log', () => {
    const lines: string[] = [];
    const log = createLog('warn', { write: (line) => void lines.push(line) });
    log.warn({ stack: framesOf(refusedConnection) }, 'a feed is late');
    expect((JSON.parse(lines[0] ?? '') as { stack: string }).stack).toMatch(/^ECONNREFUSED\n +at /);
  });
});
