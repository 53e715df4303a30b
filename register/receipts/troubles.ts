import type { Cipher } from '../../domain/index.js';
import type { Database } from '../database.js';

export interface Trouble {
  receiptId: number;
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
        Omit<Trouble, 'name' | 'member'> & { sealed_name: Buffer; sealed_member: Buffer | null }
      >(
        `select r.id as "receiptId", r.sealed_name, t.sealed_member, t.row_number as row, r.arrived_on as "arrivedOn",
           o.extension, t.code, coalesce(t.params, '{}') as params
         from (
           select sha256, error_code as code, error_params as params, changed_at, null::bytea as sealed_member,
             null::int as row_number, 0 as ordinal
           from documents where state = 'failed'
           union all
           select d.sha256, coalesce(i.review_code, 'filing.unreadable'), i.review_params, d.changed_at,
             i.sealed_member, i.row_number, i.ordinal
           from items i join documents d on d.id = i.document_id where i.state = 'review'
             and not exists (select 1 from sources s where s.item_id = i.id and not s.superseded)
         ) t join receipts r on r.sha256 = t.sha256 join originals o on o.sha256 = t.sha256
         order by t.changed_at desc, r.id, t.ordinal limit $1`,
        [limit],
      );
      return rows.map(({ sealed_name, sealed_member, ...trouble }) => ({
        ...trouble,
        name: cipher.open(sealed_name),
        member: sealed_member && cipher.open(sealed_member),
      }));
    },
  };
}
