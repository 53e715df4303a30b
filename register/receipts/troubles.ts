import { type Cipher, paperName } from '../../domain/index.js';
import type { Database } from '../database.js';

export interface Trouble {
  receiptId: number;
  /** How a person names it to register it: R15, or R15-2 where more than one paper of the file waits. */
  paper: string;
  /** The file's name as it came, and the path in the container: not to be shown as they are. */
  name: string;
  member: string | null;
  row: number | null;
  /** ISO day. */
  arrivedOn: string;
  extension: string;
  code: string;
  params: Record<string, string | number>;
}

/** What waits for a person, whatever it came with. */
export function createTroubles(db: Database, cipher: Cipher) {
  return {
    /**
     * Files that failed and items that wait for a person, of all batches, latest first. Their names may name the
     * informant, and nobody has read yet who that is.
     */
    async troubles(limit: number): Promise<Trouble[]> {
      const { rows } = await db.query<
        Omit<Trouble, 'name' | 'member' | 'paper'> & {
          sealed_name: Buffer;
          sealed_member: Buffer | null;
          ordinal: number | null;
          papers: number;
        }
      >(
        `select r.id as "receiptId", r.sealed_name, t.sealed_member, t.row_number as row, r.arrived_on as "arrivedOn",
           o.extension, t.code, coalesce(t.params, '{}') as params, t.ordinal,
           count(t.item_id) over (partition by r.id)::int as papers
         from waiting t join receipts r on r.sha256 = t.sha256 join originals o on o.sha256 = t.sha256
         order by t.changed_at desc, r.id, t.ordinal limit $1`,
        [limit],
      );
      return rows.map(({ sealed_name, sealed_member, ordinal, papers, ...trouble }) => ({
        ...trouble,
        paper: paperName(trouble.receiptId, papers > 1 ? ordinal : null),
        name: cipher.open(sealed_name),
        member: sealed_member && cipher.open(sealed_member),
      }));
    },
  };
}
