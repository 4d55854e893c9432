import { createServer } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type {
  EmploymentOrder,
  EmploymentVerifier,
} from '../../../../lambdas/income/adapters/employment-verifier.ts';
import { trueworkVerifier } from '../../../../lambdas/income/adapters/truework-verifier.ts';
import { employmentVerificationSandbox } from '../../../../local/partners/employment-verification/sandbox.ts';
import { type HttpServer, serveHttp } from '../../../../local/runtime/serve-http.ts';
import { partnerContext, type TestPartnerContext } from '../../../support/partner-context.ts';
import { averyRecord, loanId } from '../income-fixture.ts';
import { fakeVerifier } from '../fake-verifier.ts';

type FaultName = 'down' | 'frozen' | 'silent-after-accepting';

interface Subject {
  verifier: EmploymentVerifier;
  fault: (kind: FaultName) => Promise<void>;
  healed: () => Promise<void>;
  /** Lets the provider finish what it has. */
  finish: () => Promise<void>;
}

const order = (clientReference: string, employerName = 'Example Mills LLC'): EmploymentOrder => ({
  clientReference,
  loanId,
  employerName,
  permissiblePurpose: 'credit-application',
  applicant: { firstName: 'Avery', lastName: 'Sample', ssn: '123-45-6789' },
});

let server: HttpServer;
let context: TestPartnerContext;
let sandbox: ReturnType<typeof employmentVerificationSandbox>;

beforeAll(async () => {
  server = await serveHttp(0, async (request) => await sandbox.handle(request));
});
afterAll(async () => await server.close());
beforeEach(() => {
  context = partnerContext();
  sandbox = employmentVerificationSandbox(context);
});

const timeouts = { connectMs: 1_000, totalMs: 400 };
const overHttp = (token = 'shared') =>
  trueworkVerifier({ baseUrl: server.url, token: async () => token, timeouts });

function onSandbox(): Subject {
  const control = async (method: string, path: string, body: unknown) => {
    const url = new URL(`http://sandbox${path}`);
    await sandbox.control?.({ method, url, headers: {}, body: Buffer.from(JSON.stringify(body)) });
  };
  return {
    verifier: overHttp(),
    fault: (kind) => control('POST', '/faults', { kind }),
    healed: () => control('DELETE', '/faults', {}),
    finish: () => context.clock.advance(5_000),
  };
}

function onFake(): Subject {
  const verifier = fakeVerifier();
  return {
    verifier,
    fault: async (kind) => {
      verifier.fault = kind;
    },
    healed: async () => {
      verifier.fault = undefined;
    },
    finish: async () => {
      verifier.answer = { kind: 'record', record: averyRecord };
    },
  };
}

describe.each([
  ['the fake', onFake],
  ['Truework’s API on the sandbox', onSandbox],
])('a verifier: %s', (_, subject) => {
  it('takes an order, works on it, and gives the record', async () => {
    const { verifier, finish } = subject();
    const outcome = await verifier.place(order('eff-1'));
    expect(outcome).toEqual({ kind: 'done', externalId: expect.any(String) as unknown });
    const orderId = outcome.kind === 'done' ? outcome.externalId : '';
    expect(await verifier.check(orderId)).toEqual({ kind: 'processing' });
    await finish();
    expect(await verifier.check(orderId)).toMatchObject({
      kind: 'record',
      record: {
        status: 'active',
        payRate: { amountCents: 4_000, unit: 'hourly' },
        hoursPerWeekHundredths: 4_000,
      },
    });
  });

  it('finds an order by our reference, and says so when there is none', async () => {
    const { verifier } = subject();
    expect(await verifier.findByReference('eff-1')).toEqual({ kind: 'absent' });
    const outcome = await verifier.place(order('eff-1'));
    expect(await verifier.findByReference('eff-1')).toEqual(outcome);
    expect(await verifier.findByReference('eff-2')).toEqual({ kind: 'absent' });
  });

  it('does not dedupe: who orders twice has two orders', async () => {
    const { verifier } = subject();
    expect(await verifier.place(order('eff-1'))).not.toEqual(await verifier.place(order('eff-1')));
  });

  it('says of an outage that nobody knows, for every question', async () => {
    const { verifier, fault } = subject();
    const outcome = await verifier.place(order('eff-1'));
    await fault('down');
    const down = { kind: 'unavailable' };
    await expect(verifier.place(order('eff-2'))).rejects.toMatchObject(down);
    await expect(verifier.findByReference('eff-1')).rejects.toMatchObject(down);
    await expect(verifier.check(outcome.kind === 'done' ? outcome.externalId : '')).rejects.toMatchObject(
      down,
    );
  });

  it('has the order that it took without answering', async () => {
    const { verifier, fault, healed } = subject();
    await fault('silent-after-accepting');
    await expect(verifier.place(order('eff-1'))).rejects.toMatchObject({ kind: 'unavailable' });
    await healed();
    expect(await verifier.findByReference('eff-1')).toMatchObject({ kind: 'done' });
  });

  it('refuses an order of a frozen consumer for good', async () => {
    const { verifier, fault } = subject();
    await fault('frozen');
    expect(await verifier.place(order('eff-1'))).toEqual({ kind: 'refused', reasonCode: 'ConsumerFreeze' });
  });

  it('does not know an order that was never placed', async () => {
    const { verifier } = subject();
    expect(await verifier.check('nobody')).toEqual({ kind: 'closed', reasonCode: 'OrderUnknownToProvider' });
  });
});

describe('Truework’s API', () => {
  it('has no record of people at an employer it does not know', async () => {
    const { verifier, finish } = onSandbox();
    const outcome = await verifier.place(order('eff-1', 'Nowhere Example Works'));
    await finish();
    expect(await verifier.check(outcome.kind === 'done' ? outcome.externalId : '')).toEqual({
      kind: 'not-found',
    });
  });

  it('refusing our key is an outage of ours and no refusal of the order', async () => {
    await expect(overHttp('another').place(order('eff-1'))).rejects.toMatchObject({
      kind: 'unavailable',
      facts: { status: 401 },
    });
  });

  it('refusing the order itself is for good', async () => {
    const broken = {
      ...order('eff-1'),
      applicant: { firstName: '', lastName: 'Sample', ssn: '123-45-6789' },
    };
    expect(await overHttp().place(broken)).toEqual({ kind: 'refused', reasonCode: 'OrderRefused' });
  });

  it.each([
    ['slow', 'ReadTimeout'],
    ['throttled', undefined],
  ])('when %s is unavailable', async (kind, cause) => {
    const url = new URL('http://sandbox/faults');
    await sandbox.control?.({
      method: 'POST',
      url,
      headers: {},
      body: Buffer.from(JSON.stringify({ kind })),
    });
    await expect(overHttp().check('any')).rejects.toMatchObject({
      kind: 'unavailable',
      facts: cause === undefined ? { status: 429 } : { cause },
    });
  });

  it('that hears nobody, or hangs before it listens, is unavailable in its own time', async () => {
    const nobody = trueworkVerifier({ baseUrl: 'http://127.0.0.1:1', token: async () => 'x', timeouts });
    await expect(nobody.check('any')).rejects.toMatchObject({
      kind: 'unavailable',
      facts: { cause: 'ECONNREFUSED' },
    });
    const mute = createServer(() => undefined).listen(0, '127.0.0.1');
    await new Promise((resolve) => mute.once('listening', resolve));
    const { port } = mute.address() as { port: number };
    const hanging = trueworkVerifier({
      baseUrl: `https://127.0.0.1:${port}`,
      token: async () => 'x',
      timeouts: { connectMs: 100, totalMs: 5_000 },
    });
    await expect(hanging.check('any')).rejects.toMatchObject({ facts: { cause: 'ConnectTimeout' } });
    mute.close();
  });

  it('answering what is no order is unavailable, and is not quoted', async () => {
    const strange = await serveHttp(0, async () => ({ status: 200, body: '<html>Avery Sample</html>' }));
    const verifier = trueworkVerifier({ baseUrl: strange.url, token: async () => 'x', timeouts });
    const error: unknown = await verifier.place(order('eff-1')).catch((thrown: unknown) => thrown);
    await strange.close();
    expect(error).toMatchObject({ kind: 'unavailable' });
    expect(JSON.stringify(error) + String(error)).not.toContain('Avery');
  });
});
