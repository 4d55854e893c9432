import type { MarketingPlatform, Taken } from '../../../lambdas/integrations/domain/marketing-platform.ts';
import type { Payload, RecordKind } from '../../../lambdas/integrations/domain/record-to-send.ts';
import { unavailable } from '../../../lambdas/shared/errors.ts';

export interface FakeRecord {
  kind: RecordKind;
  id: string;
  payload: Payload;
}

export interface FakePlatform extends MarketingPlatform {
  records: FakeRecord[];
  /** Creates and updates that reached it. */
  changes: string[];
  /** What happens to the next changes. */
  next: ('down' | 'answer-lost' | 'refused')[];
  /** The list is too long to be read. */
  isEndless: boolean;
  /** Runs before a change is made: another worker's moment. */
  before: () => Promise<void>;
}

/** A partner that keeps what it was given and dedupes nothing. */
export function fakePlatform(): FakePlatform {
  const gone: Taken = { kind: 'refused', reasonCode: 'PartnerRecordGone' };

  async function change(what: string, make: () => Taken): Promise<Taken> {
    await fake.before();
    const fate = fake.next.shift();
    if (fate === 'down') throw unavailable('NoAnswer', 'the partner did not answer');
    if (fate === 'refused') return { kind: 'refused', reasonCode: 'PartnerFoundItInvalid' };
    fake.changes.push(what);
    const taken = make();
    if (fate === 'answer-lost') throw unavailable('NoAnswer', 'the partner did not answer');
    return taken;
  }

  const fake: FakePlatform = {
    records: [],
    changes: [],
    next: [],
    isEndless: false,
    before: async () => undefined,
    create: (kind, payload) =>
      change(`create ${kind}`, () => {
        const id = String(56_495 + fake.records.length);
        fake.records.push({ kind, id, payload });
        return { kind: 'done', externalId: id };
      }),
    update: (kind, id, payload) =>
      change(`update ${kind}`, () => {
        const record = fake.records.find((one) => one.kind === kind && one.id === id);
        if (!record) return gone;
        record.payload = { ...record.payload, ...payload };
        return { kind: 'done', externalId: id };
      }),
    async find(kind, recordId) {
      if (fake.isEndless) return { kind: 'unknown' };
      const found = fake.records.find((one) => one.kind === kind && one.payload['external_id'] === recordId);
      return found ? { kind: 'done', externalId: found.id } : { kind: 'absent' };
    },
  };
  return fake;
}
