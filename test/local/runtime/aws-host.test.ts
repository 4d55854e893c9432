import { describe, expect, it } from 'vitest';
import { awsHost } from '../../../local/runtime/aws-host.ts';
import { faultRules } from '../../../local/runtime/faults.ts';
import { usageMeter } from '../../../local/runtime/meter.ts';
import { systemRandom } from '../../../local/runtime/random.ts';
import type { HttpRequest, LocalService } from '../../../local/services/service.ts';

function bus() {
  const meter = usageMeter(() => ({ stateTransitions: 0, textractPages: {} }));
  const seen: string[] = [];
  const events: LocalService = {
    name: 'events',
    types: [],
    provision: () => undefined,
    handle: async ({ body }) => {
      seen.push(Buffer.from(body).toString('utf8'));
      return { status: 200 };
    },
  };
  const host = awsHost({
    services: new Map([['events', events]]),
    faults: faultRules(systemRandom),
    meter,
    findCaller: () => undefined,
  });
  const put = (body: string): HttpRequest => ({
    method: 'POST',
    url: new URL('http://127.0.0.1:4570/'),
    headers: {
      authorization: 'AWS4-HMAC-SHA256 Credential=local/20260302/us-east-1/events/aws4_request, Signature=0',
      'x-amz-target': 'AWSEvents.PutEvents',
    },
    body: Buffer.from(body),
  });
  return { meter, seen, host, put };
}

describe('what the host counts of events', () => {
  it('is their entries, of which one call has up to ten', async () => {
    const { meter, host, put } = bus();
    await host(put(JSON.stringify({ Entries: [{}, {}, {}] })));
    await host(put(JSON.stringify({ Entries: [{}] })));
    expect(meter.reading()).toMatchObject({ busEvents: 4, calls: { 'events:PutEvents': 2 } });
  });

  it.each(['{"Entries":', '{"Entries":7}', '[]', ''])(
    'is nothing for %j, which the service itself refuses',
    async (body) => {
      const { meter, host, put, seen } = bus();
      await host(put(body));
      expect(meter.reading().busEvents).toBe(0);
      expect(seen).toEqual([body]);
    },
  );

  it('begins anew with a reset', async () => {
    const { meter, host, put } = bus();
    await host(put(JSON.stringify({ Entries: [{}] })));
    meter.scan(10);
    meter.reset();
    expect(meter.reading()).toMatchObject({ busEvents: 0, scans: { objects: 0, bytes: 0 } });
  });
});
