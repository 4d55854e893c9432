import type { Actor } from '../../shared/actor.ts';
import { type Effect, type EffectRequest, performEffect } from '../../shared/effects.ts';
import { DomainError, unavailable } from '../../shared/errors.ts';
import type { LoanId } from '../../shared/ids.ts';
import type { Kernel } from '../../shared/kernel.ts';
import type { Pace } from '../connector/pace.ts';
import type { MarketingPlatform } from '../domain/marketing-platform.ts';
import { lineageOf, payloadOf, type RecordKind, type RecordToSend } from '../domain/record-to-send.ts';
import type { SyncedRecord } from '../domain/synced-record.ts';
import { getSynced, hashOf, syncedWrite } from './synced-records.ts';
import { channel, partner } from '../domain/total-expert-account.ts';

export interface SendDeps extends Kernel {
  platform: MarketingPlatform;
  pace: Pace;
}

export interface Sending {
  loanId: LoanId;
  kind: RecordKind;
  recordId: string;
  /** The record by what the table says at this moment; read again before every sending. */
  wanted: () => Promise<RecordToSend | undefined>;
  actor: Actor;
  correlationId: string;
  /** The nightly reconciler asks again for what was refused. */
  retryRefused: boolean;
}

const rounds = 8;

/**
 * Brings one record at the partner up to date; nothing is sent when it holds just that. The synced record is read
 * before the views, and a generation is begun by one worker only, so that content never goes back in time however
 * events are ordered. Returns the record as it then stands, undefined where there was nothing to send yet.
 */
export async function sendRecord(deps: SendDeps, sending: Sending): Promise<SyncedRecord | undefined> {
  const id = { loanId: sending.loanId, partner, recordId: sending.recordId };
  for (let round = 0; round < rounds; round += 1) {
    const before = await getSynced(deps.storage, id);
    const wanted = await sending.wanted();
    if (!wanted) return before;
    const hash = await hashOf(deps.macs, wanted);
    const first = round === 0 && sending.retryRefused;
    if (before?.sentHash === hash || (before?.refusedHash === hash && !first)) return before;
    const effect = await performed(deps, effectRequest(deps, sending, { before, wanted, hash }));
    const after = await getSynced(deps.storage, id);
    if (effect && (after?.generation ?? 0) === (before?.generation ?? 0)) {
      if (effect.status !== 'DONE') return after; // uncertain: a person's matter
      await takeOver(deps, id, sending.kind, before, effect);
    }
  }
  throw unavailable('EffectInFlight', 'another delivery is sending this record', {
    recordId: sending.recordId,
  });
}

/** Undefined while another worker is at it: a short wait is cheaper than the queue's. */
async function performed({ pace, ...kernel }: SendDeps, request: EffectRequest): Promise<Effect | undefined> {
  try {
    return await performEffect(kernel, request);
  } catch (error) {
    if (!(error instanceof DomainError && error.code === 'EffectInFlight')) throw error;
    await pace.pause(300 + 400 * pace.random());
    return undefined;
  }
}

interface Attempt {
  before: SyncedRecord | undefined;
  wanted: RecordToSend;
  hash: string;
}

function effectRequest({ platform, clock }: SendDeps, sending: Sending, attempt: Attempt): EffectRequest {
  const { loanId, kind, recordId, actor, correlationId } = sending;
  const { before, wanted, hash } = attempt;
  const externalId = before?.externalId;
  const generation = (before?.generation ?? 0) + 1;
  let called = false;
  return {
    loanId,
    eventId: `${loanId}-${generation}`,
    channel,
    recipientId: recordId,
    about: `${kind}-${externalId === undefined ? 'create' : 'update'}`,
    actor,
    correlationId,
    async call() {
      called = true;
      const payload = payloadOf(wanted);
      return externalId === undefined
        ? platform.create(kind, payload)
        : platform.update(kind, externalId, payload);
    },
    // An update sends the whole record: repeating it is the same as finding that nothing happened.
    lookUp: async () => (externalId === undefined ? platform.find(kind, recordId) : { kind: 'absent' }),
    settled(effect) {
      if (effect.status === 'UNCERTAIN') return {};
      const { refusedHash: _, refusedBecause: __, ...held } = before ?? emptyRecord(loanId, kind, recordId);
      const record: SyncedRecord = { ...held, generation, effectId: effect.effectId, ...settlement(effect) };
      return { writes: [syncedWrite(record, before)] };
    },
  };

  function settlement({ status, externalId: given, reasonCode }: Effect): Partial<SyncedRecord> {
    if (status === 'REFUSED') return { refusedHash: hash, refusedBecause: reasonCode ?? 'PartnerRefused' };
    const sentAt = clock.now();
    // Found by looking: the record is there, which content it holds is not known, so the next round updates it.
    return called
      ? { externalId: given, sentHash: hash, sentAt, lineage: lineageOf(wanted) }
      : { externalId: given, sentHash: undefined };
  }
}

/** The effect was settled by a report that knew nothing of this record: its id is taken over, its content is sent again. */
async function takeOver(
  { storage }: SendDeps,
  id: { loanId: LoanId; recordId: string },
  kind: RecordKind,
  before: SyncedRecord | undefined,
  { externalId, effectId }: Effect,
): Promise<void> {
  const held = before ?? emptyRecord(id.loanId, kind, id.recordId);
  const record = { ...held, generation: held.generation + 1, externalId, effectId, sentHash: undefined };
  await storage.write(syncedWrite(record, before));
}

const emptyRecord = (loanId: LoanId, kind: RecordKind, recordId: string): SyncedRecord => ({
  loanId,
  partner,
  kind,
  recordId,
  generation: 0,
  lineage: [],
});
