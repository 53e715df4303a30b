import type { FastifyRequest } from 'fastify';
import { QidiError } from '../../domain/index.js';

const ownHost = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d{1,5})?$/i;

/**
 * There are no accounts yet, so only this machine is answered: a page of another site whose name was made to
 * point here (DNS rebinding) sends that site's name as its host. And nothing can be changed here.
 * @throws QidiError `console.wrong_host`, `console.read_only`
 */
export function guard(request: FastifyRequest): void {
  if (!ownHost.test(request.headers.host ?? '')) throw new QidiError('console.wrong_host');
  if (request.method !== 'GET' && request.method !== 'HEAD') throw new QidiError('console.read_only');
}

/** Everything comes from here; no script at all. */
export const contentSecurity = {
  'default-src': ["'none'"],
  'style-src': ["'self'"],
  'img-src': ["'self'"],
  'form-action': ["'self'"],
  'base-uri': ["'none'"],
  'frame-ancestors': ["'none'"],
};
