import { type Channel, PermanentError } from '../../domain/index.js';
import { dayIn, type IntakeFacts } from '../../office/index.js';
import type { Session } from '../session.js';

/** How files came, as the command says it. */
export interface Came {
  channel?: Channel;
  /** ISO day. */
  received?: string;
}

/** @throws PermanentError `cli.usage`: nothing is received after today, where the office is. */
export function factsOf({ config, terminal }: Session, { channel, received }: Came): IntakeFacts {
  if (received !== undefined && received > dayIn(config.timeZone)) {
    const why = terminal.say('收件日期晚于今天', 'the day of receipt lies in the future');
    throw new PermanentError('cli.usage', { why });
  }
  return { channel: channel ?? null, receivedOn: received ?? null };
}
