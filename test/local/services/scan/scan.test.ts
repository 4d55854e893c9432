import { deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { PDFDocument } from 'pdf-lib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { memoryBlobs } from '../../../../local/runtime/blobs.ts';
import { memoryStore } from '../../../../local/runtime/memory-store.ts';
import { createS3Service } from '../../../../local/services/s3/shell.ts';
import { createScanService, type ForcedResult } from '../../../../local/services/scan/shell.ts';
import { verdictOn } from '../../../../local/services/scan/verdict.ts';
import type { EventEntry, ResolvedResource } from '../../../../local/services/service.ts';
import { engineContext } from '../../../support/engine-context.ts';
import { bucket, sealed } from '../s3/s3-fixture.ts';

const EICAR = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!', 'H+H*'].join('$');

/** A zip of one entry; bit 0 of the flags says it is encrypted. */
function zip(content: Buffer, { flags = 0, method = 8 } = {}): Buffer {
  const packed = method === 8 ? deflateRawSync(content) : content;
  const local = Buffer.alloc(31);
  local.writeUInt32LE(0x04034b50);
  local.writeUInt16LE(flags, 6);
  local.writeUInt16LE(method, 8);
  local.writeUInt32LE(packed.length, 18);
  local.writeUInt16LE(1, 26);
  local.write('f', 30);
  const central = Buffer.alloc(47);
  central.writeUInt32LE(0x02014b50);
  central.writeUInt16LE(flags, 8);
  central.writeUInt16LE(method, 10);
  central.writeUInt32LE(packed.length, 20);
  central.writeUInt16LE(1, 28);
  central.write('f', 46);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(local.length + packed.length, 16);
  return Buffer.concat([local, packed, central, end]);
}

function pdfStream(content: Buffer): Buffer {
  return Buffer.concat([
    Buffer.from('%PDF-1.7\n1 0 obj\n<< /Filter /FlateDecode >>\nstream\n'),
    deflateSync(content),
    Buffer.from('\nendstream\nendobj\n%%EOF'),
  ]);
}

async function pdf(attached?: string): Promise<Buffer> {
  const document = await PDFDocument.create();
  document.addPage().drawText('Pay stub of Avery Sample');
  if (attached !== undefined) await document.attach(Buffer.from(attached), 'note.txt');
  return Buffer.from(await document.save());
}

const eicar = Buffer.from(EICAR);

describe('a verdict', () => {
  it.each([
    ['plain text', async () => Buffer.from('hello'), 'NO_THREATS_FOUND'],
    ['an empty body', async () => Buffer.alloc(0), 'NO_THREATS_FOUND'],
    ['a PDF', async () => pdf(), 'NO_THREATS_FOUND'],
    ['a clean zip', async () => zip(Buffer.from('hello')), 'NO_THREATS_FOUND'],
    ['EICAR', async () => eicar, 'THREATS_FOUND'],
    ['EICAR in a deflated zip', async () => zip(eicar), 'THREATS_FOUND'],
    ['EICAR in a zip in a zip', async () => zip(zip(eicar)), 'THREATS_FOUND'],
    ['EICAR in a gzip', async () => gzipSync(eicar), 'THREATS_FOUND'],
    ['EICAR in a stream of a PDF', async () => pdfStream(eicar), 'THREATS_FOUND'],
    ['EICAR attached to a PDF', async () => pdf(EICAR), 'THREATS_FOUND'],
    ['a password-protected zip', async () => zip(eicar.subarray(0, 20), { flags: 1 }), 'UNSUPPORTED'],
    [
      'an encrypted PDF',
      async () => Buffer.from('%PDF-1.7\ntrailer << /Root 1 0 R /Encrypt 9 0 R >>\n%%EOF'),
      'UNSUPPORTED',
    ],
    ['a zip that cannot be read', async () => zip(Buffer.from('hello')).subarray(0, 40), 'UNSUPPORTED'],
    ['a zip that unpacks beyond the limit', async () => zip(Buffer.alloc(120 * 1024 ** 2)), 'UNSUPPORTED'],
  ])('on %s', async (_what, body, expected) => {
    expect(verdictOn(await body()).status).toBe(expected);
  });
});

describe('a protected bucket', () => {
  let store: ReturnType<typeof memoryStore>;
  const blobs = memoryBlobs();
  let forced: ForcedResult | undefined;

  beforeEach(() => {
    store = memoryStore();
  });
  afterEach(() => {
    forced = undefined;
  });

  const plan: ResolvedResource = {
    stack: 'test',
    logicalId: 'Plan',
    type: 'AWS::GuardDuty::MalwareProtectionPlan',
    properties: {
      Role: 'arn:aws:iam::000000000000:role/scan',
      ProtectedResource: { S3Bucket: { BucketName: 'quarantine', ObjectPrefixes: ['loans/'] } },
      Actions: { Tagging: { Status: 'ENABLED' } },
    },
    ref: 'plan1',
    attributes: {},
  };

  function cloud(putEvents?: () => Promise<void>) {
    const context = engineContext({ store, ...(putEvents === undefined ? {} : { answers: { putEvents } }) });
    const s3 = createS3Service(context, { blobs });
    const scan = createScanService(context, { objects: s3.objects, faults: () => forced });
    s3.provision(bucket('quarantine', sealed));
    s3.provision(bucket('clean', sealed));
    scan.provision(plan);
    const results = (): EventEntry[] =>
      context.neighbours.published.filter(({ source }) => source === 'aws.guardduty');
    return { context, s3, scan, results };
  }

  it('has each new object scanned, tagged and told about in exactly GuardDuty’s shape', async () => {
    const { context, s3, results } = cloud();
    const version = await s3.objects.put(
      { bucket: 'quarantine', key: 'loans/1/a b', body: eicar },
      'test.amazonaws.com',
    );
    expect(results()).toEqual([]);
    await context.clock.advance(1_000);
    expect(results()).toMatchObject([
      {
        detailType: 'GuardDuty Malware Protection Object Scan Result',
        busName: 'default',
        resources: ['arn:aws:guardduty:us-east-1:000000000000:malware-protection-plan/plan1'],
      },
    ]);
    expect(results()[0]?.detail).toEqual({
      schemaVersion: '1.0',
      scanStatus: 'COMPLETED',
      resourceType: 'S3_OBJECT',
      s3ObjectDetails: {
        bucketName: 'quarantine',
        objectKey: 'loans/1/a b',
        eTag: version.eTag,
        versionId: version.versionId,
        s3Throttled: false,
      },
      scanResultDetails: {
        scanResultStatus: 'THREATS_FOUND',
        threats: [{ name: 'EICAR-Test-File (not a virus)' }],
        statusReasons: null,
      },
    });
    const tagged = await s3.objects.get({ bucket: 'quarantine', key: 'loans/1/a b' }, 'test.amazonaws.com');
    expect(tagged.version.tags).toEqual({ GuardDutyMalwareScanStatus: 'THREATS_FOUND' });
    expect(Buffer.from(tagged.body)).toEqual(eicar);
  });

  it('is scanned under its prefixes only, and other buckets are not', async () => {
    const { context, s3, results } = cloud();
    await s3.objects.put({ bucket: 'quarantine', key: 'other/1', body: eicar }, 'test.amazonaws.com');
    await s3.objects.put({ bucket: 'clean', key: 'loans/1', body: eicar }, 'test.amazonaws.com');
    await context.clock.advance(10_000);
    expect(results()).toEqual([]);
  });

  it.each([
    ['FAILED', 'FAILED'],
    ['ACCESS_DENIED', 'SKIPPED'],
    ['UNSUPPORTED', 'SKIPPED'],
  ] as const)('reports %s when a fault switch says so', async (result, scanStatus) => {
    const { context, s3, results } = cloud();
    forced = result;
    await s3.objects.put(
      { bucket: 'quarantine', key: 'loans/1', body: Buffer.from('x') },
      'test.amazonaws.com',
    );
    await context.clock.advance(1_000);
    expect(results()[0]?.detail).toMatchObject({
      scanStatus,
      scanResultDetails: { scanResultStatus: result, threats: null },
    });
  });

  it('is scanned after a restart when the process died before the verdict', async () => {
    const before = cloud();
    await before.s3.objects.put(
      { bucket: 'quarantine', key: 'loans/1', body: Buffer.from('x') },
      'test.amazonaws.com',
    );
    const after = cloud();
    after.scan.start?.();
    await after.context.clock.advance(1_000);
    expect(after.results()).toMatchObject([
      { detail: { scanResultDetails: { scanResultStatus: 'NO_THREATS_FOUND' } } },
    ]);
    expect(store.list('scan.pending')).toEqual([]);
  });

  it('tells its verdict even when the bus was down at first', async () => {
    let down = true;
    const { context, s3, results } = cloud(async () => {
      if (down) throw new Error('the bus is down');
    });
    await s3.objects.put(
      { bucket: 'quarantine', key: 'loans/1', body: Buffer.from('x') },
      'test.amazonaws.com',
    );
    await context.clock.advance(2_000);
    expect(store.list('scan.pending')).toHaveLength(1);
    down = false;
    await context.clock.advance(2_000);
    expect(results().at(-1)).toMatchObject({ detail: { scanStatus: 'COMPLETED' } });
    expect(store.list('scan.pending')).toEqual([]);
  });
});
