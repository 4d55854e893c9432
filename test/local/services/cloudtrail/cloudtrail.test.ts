import { createHash, createPublicKey, verify } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { memoryBlobs } from '../../../../local/runtime/blobs.ts';
import { memoryStore } from '../../../../local/runtime/memory-store.ts';
import { dynamoDataEvent } from '../../../../local/services/cloudtrail/dynamodb-data-event.ts';
import { createCloudTrailService } from '../../../../local/services/cloudtrail/shell.ts';
import { createS3Service, type S3Service } from '../../../../local/services/s3/shell.ts';
import type { Json, ResolvedResource } from '../../../../local/services/service.ts';
import { engineContext } from '../../../support/engine-context.ts';
import { bucket } from '../s3/s3-fixture.ts';

const MINUTE_MS = 60_000;

function trail(properties: Record<string, Json>): ResolvedResource {
  return {
    stack: 'test',
    logicalId: 'Trail',
    type: 'AWS::CloudTrail::Trail',
    properties: { S3BucketName: 'trail', IsLogging: true, EnableLogFileValidation: true, ...properties },
    ref: 'keyturn',
    attributes: {},
  };
}

const everyObject = {
  EventSelectors: [
    { ReadWriteType: 'All', DataResources: [{ Type: 'AWS::S3::Object', Values: ['arn:aws:s3:::docs/'] }] },
  ],
};

function cloud(properties: Record<string, Json>, { store = memoryStore(), blobs = memoryBlobs() } = {}) {
  const context = engineContext({ store });
  let s3: S3Service | undefined;
  const service = createCloudTrailService(context, {
    objects: () => {
      if (s3 === undefined) throw new Error('S3 is not there yet');
      return s3.objects;
    },
  });
  s3 = createS3Service(context, { blobs, recordDataEvent: service.recordDataEvent });
  for (const name of ['trail', 'docs', 'other']) s3.provision(bucket(name));
  service.provision(trail(properties));
  service.start?.();
  const { objects } = s3;
  const files = (part: string): string[] =>
    store
      .list<unknown>('s3.objects', { prefix: 'trail/' })
      .map(([name]) => name.slice('trail/'.length))
      .filter((name) => name.includes(part));
  const read = async (key: string) => {
    const { body, version } = await objects.get({ bucket: 'trail', key }, 'cloudtrail.amazonaws.com');
    const content = gunzipSync(body);
    return { content, version, json: JSON.parse(content.toString()) as { [name: string]: Json } };
  };
  const records = async (): Promise<{ [name: string]: Json }[]> => {
    const found = [];
    for (const key of files('/CloudTrail/'))
      found.push(...((await read(key)).json['Records'] as { [name: string]: Json }[]));
    return found;
  };
  return { context, service, objects, store, blobs, files, read, records };
}

const write = { bucket: 'docs', key: 'loans/1', body: Buffer.from('x') };

describe('a trail', () => {
  it('writes the data events of the selected bucket into a log file after five minutes', async () => {
    const { context, objects, files, records } = cloud(everyObject);
    await objects.put(write, 'test.amazonaws.com');
    await objects.get({ bucket: 'docs', key: 'loans/1' }, 'test.amazonaws.com');
    await objects.put({ ...write, bucket: 'other' }, 'test.amazonaws.com');
    expect(files('/CloudTrail/')).toEqual([]);
    await context.clock.advance(5 * MINUTE_MS);
    expect(files('/CloudTrail/')).toEqual([
      expect.stringMatching(
        /^AWSLogs\/000000000000\/CloudTrail\/us-east-1\/2026\/03\/02\/000000000000_CloudTrail_us-east-1_20260302T1505Z_[0-9a-f]{16}\.json\.gz$/,
      ),
    ]);
    expect(await records()).toEqual([
      {
        eventVersion: '1.11',
        userIdentity: { type: 'AWSService', invokedBy: 'test.amazonaws.com' },
        eventTime: '2026-03-02T15:00:00Z',
        eventSource: 's3.amazonaws.com',
        eventName: 'PutObject',
        awsRegion: 'us-east-1',
        sourceIPAddress: 'test.amazonaws.com',
        userAgent: 'test.amazonaws.com',
        requestParameters: { bucketName: 'docs', key: 'loans/1' },
        responseElements: null,
        requestID: expect.stringMatching(/^[0-9A-F]{16}$/),
        eventID: expect.any(String),
        readOnly: false,
        resources: [
          { accountId: '000000000000', type: 'AWS::S3::Object', ARN: 'arn:aws:s3:::docs/loans/1' },
          { accountId: '000000000000', type: 'AWS::S3::Bucket', ARN: 'arn:aws:s3:::docs' },
        ],
        eventType: 'AwsApiCall',
        managementEvent: false,
        recipientAccountId: '000000000000',
        eventCategory: 'Data',
      },
      expect.objectContaining({ eventName: 'GetObject', readOnly: true }),
    ]);
    await context.clock.advance(10 * MINUTE_MS);
    expect(await records()).toHaveLength(2);
  });

  it.each([
    ['no selectors', {}, []],
    ['a switch that is off', { ...everyObject, IsLogging: false }, []],
    [
      'writes only',
      {
        EventSelectors: [
          {
            ReadWriteType: 'WriteOnly',
            DataResources: [{ Type: 'AWS::S3::Object', Values: ['arn:aws:s3'] }],
          },
        ],
      },
      ['PutObject', 'PutObject'],
    ],
    [
      'advanced selectors that leave a role out',
      {
        AdvancedEventSelectors: [
          {
            FieldSelectors: [
              { Field: 'eventCategory', Equals: ['Data'] },
              { Field: 'resources.type', Equals: ['AWS::S3::Object'] },
              { Field: 'resources.ARN', StartsWith: ['arn:aws:s3:::docs/'] },
              { Field: 'readOnly', NotEquals: ['false'] },
            ],
          },
          { FieldSelectors: [{ Field: 'eventCategory', Equals: ['Management'] }] },
        ],
      },
      ['GetObject'],
    ],
  ])('with %s records what is asked for and nothing else', async (_what, properties, expected) => {
    const { context, objects, records } = cloud(properties as Record<string, Json>);
    await objects.put(write, 'test.amazonaws.com');
    await objects.get({ bucket: 'docs', key: 'loans/1' }, 'test.amazonaws.com');
    await objects.put({ ...write, bucket: 'other' }, 'test.amazonaws.com');
    await context.clock.advance(6 * MINUTE_MS);
    expect((await records()).map(({ eventName }) => eventName)).toEqual(expected);
  });

  it('loses and repeats nothing when the process dies between the file and its record', async () => {
    const before = cloud(everyObject);
    await before.objects.put(write, 'test.amazonaws.com');
    let writes = 0;
    const dying = {
      ...before.blobs,
      put: async (id: string, body: Uint8Array) => {
        await before.blobs.put(id, body);
        if (++writes === 1) throw new Error('killed');
      },
    };
    const second = cloud(everyObject, { store: before.store, blobs: dying });
    await second.service.deliver();
    expect(second.files('/CloudTrail/')).toEqual([]);
    const third = cloud(everyObject, { store: before.store, blobs: before.blobs });
    await third.service.deliver();
    expect(await third.records()).toHaveLength(1);
    expect(third.files('/CloudTrail/')).toHaveLength(1);
  });
});

describe('digests', () => {
  it('chain, name every log file by its hash, and verify with the public key that the API gives', async () => {
    const { context, service, objects, files, read } = cloud(everyObject);
    for (let hour = 0; hour < 3; hour++) {
      await objects.put({ ...write, key: `loans/${hour}` }, 'test.amazonaws.com');
      await context.clock.advance(60 * MINUTE_MS);
    }
    const reply = await service.handle({
      method: 'POST',
      url: new URL('http://127.0.0.1/'),
      headers: { 'x-amz-target': 'com.amazonaws.cloudtrail.v20131101.CloudTrail_20131101.ListPublicKeys' },
      body: new Uint8Array(),
    });
    const [key] = (
      JSON.parse(String(reply.body)) as { PublicKeyList: { Value: string; Fingerprint: string }[] }
    ).PublicKeyList;
    const publicKey = createPublicKey({
      key: Buffer.from(key?.Value ?? '', 'base64'),
      format: 'der',
      type: 'pkcs1',
    });
    const digests = files('/CloudTrail-Digest/').sort();
    expect(digests).toHaveLength(3);
    const named: string[] = [];
    let previous: { hash: string; signature: string; key: string } | undefined;
    for (const digest of digests) {
      const { content, json, version } = await read(digest);
      const hash = createHash('sha256').update(content).digest('hex');
      const signature = version.metadata['signature'] ?? '';
      const text = `${json['digestEndTime'] as string}\ntrail/${digest}\n${hash}\n${previous?.signature ?? 'null'}`;
      expect(verify('sha256', Buffer.from(text), publicKey, Buffer.from(signature, 'hex'))).toBe(true);
      expect(verify('sha256', Buffer.from(`${text}x`), publicKey, Buffer.from(signature, 'hex'))).toBe(false);
      expect(json).toMatchObject({
        digestPublicKeyFingerprint: key?.Fingerprint,
        previousDigestHashValue: previous?.hash ?? null,
        previousDigestSignature: previous?.signature ?? null,
        previousDigestS3Object: previous?.key ?? null,
      });
      for (const log of json['logFiles'] as { s3Object: string; hashValue: string }[]) {
        const file = await read(log.s3Object);
        expect(createHash('sha256').update(file.content).digest('hex')).toBe(log.hashValue);
        named.push(log.s3Object);
      }
      previous = { hash, signature, key: digest };
    }
    expect(named).toEqual(files('/CloudTrail/'));
  });
});

describe('a DynamoDB call', () => {
  const access = {
    keyAttributes: (table: string) => (table === 'entities' ? ['pk', 'sk'] : []),
    account: '000000000000',
    region: 'us-east-1',
    by: { principalArn: 'arn:aws:sts::000000000000:assumed-role/loans-api/session', accessKeyId: 'local' },
    userAgent: 'sdk',
    requestId: 'r1',
  };

  it('reaches a trail that selects its table, under the role that called', async () => {
    const { context, service, records } = cloud({
      EventSelectors: [
        {
          DataResources: [
            {
              Type: 'AWS::DynamoDB::Table',
              Values: ['arn:aws:dynamodb:us-east-1:000000000000:table/entities'],
            },
          ],
        },
      ],
    });
    for (const TableName of ['entities', 'others']) {
      const event = dynamoDataEvent({
        ...access,
        action: 'DeleteItem',
        input: { TableName, Key: { pk: { S: 'a' }, sk: { S: 'b' } } },
      });
      if (event !== undefined) service.recordDataEvent(event);
    }
    await context.clock.advance(5 * MINUTE_MS);
    expect(await records()).toMatchObject([
      {
        eventName: 'DeleteItem',
        userIdentity: {
          type: 'AssumedRole',
          sessionContext: { sessionIssuer: { arn: 'arn:aws:iam::000000000000:role/loans-api' } },
        },
      },
    ]);
  });
});
