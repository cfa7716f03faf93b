import type { GraphQLError } from 'graphql';
import { Defect, Unavailable } from '../platform/errors/hub-error.js';
import type { SubgraphAnswer, SubgraphCall, SubgraphTransport } from '../platform/transport/transport.js';
import { timeFor } from '../platform/transport/time-for.js';
import type { Asking } from './asking.js';
import { framesOf, type Log } from '../platform/telemetry/log.js';
import type { GatewayMetrics } from './metrics.js';
import { domainOf, noAnswer, scrubbed } from './wire-error.js';

export interface SubgraphsOptions {
  /** By the subgraph's name in the composition, such as `social-care`. */
  readonly transports: Readonly<Record<string, SubgraphTransport>>;
  /** How long any one question to a subgraph may take, in milliseconds; a write may take longer: see timeFor. */
  readonly timeoutMs: number;
  readonly log: Log;
  readonly metrics: GatewayMetrics;
}

type Asked = Pick<SubgraphCall, 'document' | 'variables'>;

interface ScrubbedAnswer {
  data?: SubgraphAnswer['data'];
  errors?: GraphQLError[];
}

/** The subgraphs as the planner asks them: every answer scrubbed, and no answer within the time an error like any other. */
export class Subgraphs {
  private readonly domains: ReadonlySet<string>;

  constructor(private readonly options: SubgraphsOptions) {
    this.domains = new Set(Object.keys(options.transports).map(domainOf));
  }

  async ask(subgraph: string, asking: Asking, asked: Asked): Promise<ScrubbedAnswer> {
    const { log, metrics } = this.options;
    const domain = domainOf(subgraph);
    try {
      const { data, errors } = await this.inTime(subgraph, asking, asked);
      metrics.subgraphCalled(subgraph, errors?.length ? 'errors' : 'answered');
      if (!errors?.length) return { data };
      const clean = errors.map((error) => scrubbed(error, domain, this.domains));
      if (clean.some((error) => error.extensions['code'] === 'DEFECT')) {
        log.error({ requestId: asking.requestId, domain }, 'a subgraph answered with an error the hub does not know');
      }
      return { data, errors: clean };
    } catch (reason) {
      metrics.subgraphCalled(subgraph, 'unavailable');
      log.warn({ requestId: asking.requestId, domain, ...named(reason) }, 'a subgraph gave no answer');
      return { errors: [noAnswer(reason, domain)] };
    }
  }

  private async inTime(subgraph: string, { seal, token }: Asking, asked: Asked): Promise<SubgraphAnswer> {
    const transport = this.options.transports[subgraph];
    if (!transport) throw new Defect('The planner named a subgraph that is not there.', { subgraph });
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_resolve, reject) => {
      const tooLate = (): void => {
        reject(new Unavailable('The domain did not answer in time.'));
      };
      timer = setTimeout(tooLate, timeFor(asked.document, this.options.timeoutMs));
    });
    try {
      return await Promise.race([transport({ ...asked, seal, request: token }), late]);
    } finally {
      clearTimeout(timer);
    }
  }
}

/** The frames of what we did not foresee; of an outage its name is enough. */
function named(reason: unknown): { errorName: string; stack?: string } {
  if (reason instanceof Unavailable) return { errorName: reason.name };
  return { errorName: reason instanceof Error ? reason.name : typeof reason, stack: framesOf(reason) };
}
