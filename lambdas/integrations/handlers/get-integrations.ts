import { Effect } from '../../shared/effects.ts';
import type { Kernel } from '../../shared/kernel.ts';
import { type ApiRequest, ok, type Reply } from '../../shared/request.ts';
import { loanSubject } from '../../shared/table.ts';
import { channel } from '../domain/total-expert-account.ts';
import { listSynced } from '../adapters/synced-records.ts';
import type { HeldRecord } from '../contracts.ts';
import type { SyncedRecord } from '../domain/synced-record.ts';
import type { integrationRoutes } from '../routes.ts';

/** GET /v1/loans/{loanId}/integrations: ids, times and names of fields; no value that was sent. */
export async function getIntegrations(
  { params }: ApiRequest<(typeof integrationRoutes.routes)[0]>,
  { storage }: Kernel,
): Promise<Reply> {
  const [records, effects] = await Promise.all([
    listSynced(storage, params.loanId),
    storage.query(loanSubject(params.loanId), { prefix: 'EFFECT#' }),
  ]);
  const calls = effects.items
    .map((item) => Effect.parse(item))
    .filter((effect) => effect.channel === channel);
  return ok({ records: records.map(heldRecord), effects: calls });
}

function heldRecord({ sentHash, refusedHash, ...record }: SyncedRecord): HeldRecord {
  const state = refusedHash !== undefined ? 'REFUSED' : sentHash === undefined ? 'CHANGING' : 'HELD';
  return { ...record, state };
}
