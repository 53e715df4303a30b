import type { InformantField } from '../../domain/index.js';

const from = /(?:^|\n)(?:发件人|From)[ \t]{0,4}[:：]([^\n]{1,120})/iu;
const address = /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}/u;
/** Names of offices are no secret: masked, they would be missing in every letter to them. */
const office = /[委局办室处科组部院厅会]$|公司|中心|政府|纪检|信访/u;

/**
 * Who sent the mail that an item is attached to, where the mail itself is no item: nobody else reads its head.
 *
 * @param context what stands around the item
 */
export function mailSender(context: string): InformantField[] {
  const written = from.exec(context)?.[1];
  if (written === undefined) return [];
  const email = address.exec(written)?.[0];
  const name = written
    .replace(/<[^>]*>?/gu, '')
    .replace(email ?? '', '')
    .replace(/["“”'\s]/gu, '');
  const isName = /^[\p{Script=Han}·]{2,6}$/u.test(name) && !office.test(name);
  return [
    ...(isName ? [{ kind: 'name' as const, value: name, spans: [] }] : []),
    ...(email ? [{ kind: 'email' as const, value: email, spans: [] }] : []),
  ];
}
