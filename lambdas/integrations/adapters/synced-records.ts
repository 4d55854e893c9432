import canonicalize from 'canonicalize';
import { unavailable } from '../../shared/errors.ts';
import { type Macs, macUnder } from '../../shared/pii.ts';
import type { Storage, Write } from '../../shared/storage.ts';
import { keys, loanSubject } from '../../shared/table.ts';
import { payloadOf, type RecordToSend } from '../domain/record-to-send.ts';
import { SyncedRecord } from '../domain/synced-record.ts';

export async function getSynced(
  storage: Storage,
  { loanId, partner, recordId }: Pick<SyncedRecord, 'loanId' | 'partner' | 'recordId'>,
): Promise<SyncedRecord | undefined> {
  const item = await storage.get(keys.partnerRecord(loanId, partner, recordId));
  return item && SyncedRecord.parse(item);
}

export async function listSynced(storage: Storage, loanId: string): Promise<SyncedRecord[]> {
  const { items } = await storage.query(loanSubject(loanId), { prefix: 'SYNC#' });
  return items.map((item) => SyncedRecord.parse(item));
}

/** Only the next generation of what was read may be written. */
export function syncedWrite(record: SyncedRecord, before: SyncedRecord | undefined): Write {
  return {
    kind: 'put',
    item: {
      ...keys.partnerRecord(record.loanId, record.partner, record.recordId),
      schemaVersion: 1,
      ...record,
    },
    when: before ? { equals: { generation: before.generation } } : { exists: false },
    otherwise: () => unavailable('EffectInFlight', 'another delivery settled this record', {}),
  };
}

/** Keyed: the payload holds names and addresses, which a plain hash would give away. */
export async function hashOf(macs: Macs, record: RecordToSend): Promise<string> {
  return macUnder(await macs.subkey('partner-records'), canonicalize(payloadOf(record)) ?? '');
}
