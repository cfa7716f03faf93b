import type { AddressInfo, Server } from 'node:net';
import { portRefusal } from './port-refusal.js';

export interface Address {
  readonly host: string;
  /** 0 for any that is free. */
  readonly port: number;
}

/** Lets a server listen, and tells the port it has. InvalidInput, with the true reason, where it may not. */
export function bind(server: Server, { host, port }: Address): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => {
      reject(portRefusal(error, { host, port }));
    });
    server.listen(port, host, () => {
      resolve((server.address() as AddressInfo).port);
    });
  });
}
