import { describe, expect, it } from 'vitest';
import { operationOf } from '../../../local/runtime/operation-of.ts';
import { portRewrite } from '../../../local/runtime/port-rewrite.ts';
import type { HttpRequest } from '../../../local/services/service.ts';

function request(method: string, path: string, headers: Record<string, string> = {}): HttpRequest {
  return { method, url: new URL(`http://127.0.0.1:4570${path}`), headers, body: new Uint8Array() };
}
const signedFor = (service: string): string =>
  `AWS4-HMAC-SHA256 Credential=local/20260302/us-east-1/${service}/aws4_request, SignedHeaders=host, Signature=0`;

describe('which service and operation a request is for', () => {
  it.each<[HttpRequest, string, string, boolean]>([
    [
      request('POST', '/', { authorization: signedFor('sqs'), 'x-amz-target': 'AmazonSQS.SendMessage' }),
      'sqs',
      'SendMessage',
      true,
    ],
    [
      request('POST', '/', {
        authorization: signedFor('dynamodb'),
        'x-amz-target': 'DynamoDB_20120810.TransactGetItems',
      }),
      'dynamodb',
      'TransactGetItems',
      false,
    ],
    [
      request('POST', '/', {
        authorization: signedFor('dynamodb'),
        'x-amz-target': 'DynamoDB_20120810.BatchWriteItem',
      }),
      'dynamodb',
      'BatchWriteItem',
      true,
    ],
    [
      request('POST', '/schedules/reminder-1', { authorization: signedFor('scheduler') }),
      'scheduler',
      'CreateSchedule',
      true,
    ],
    [
      request('PUT', '/bucket/a/b.pdf?X-Amz-Credential=local%2F20260302%2Fus-east-1%2Fs3%2Faws4_request'),
      's3',
      'PutObject',
      true,
    ],
    [request('GET', '/bucket?list-type=2', { authorization: signedFor('s3') }), 's3', 'ListObjectsV2', false],
    [
      request('PUT', '/bucket/b.pdf', { authorization: signedFor('s3'), 'x-amz-copy-source': 'other/a.pdf' }),
      's3',
      'CopyObject',
      true,
    ],
    [request('HEAD', '/bucket/b.pdf', { authorization: signedFor('s3') }), 's3', 'HeadObject', false],
    [
      request('POST', '/v2/email/outbound-emails', { authorization: signedFor('ses') }),
      'ses',
      'SendEmail',
      true,
    ],
    [request('GET', '/v2/email/account', { authorization: signedFor('ses') }), 'ses', 'GET v2', false],
    [request('OPTIONS', '/bucket/a.pdf'), 's3', 'OPTIONS object', false],
  ])('%#: %j', (given, service, operation, isWrite) => {
    expect(operationOf(given)).toEqual({ service, operation, isWrite });
  });
});

describe('moving the ports', () => {
  it('changes loopback URLs of the default ports at once, and no other number', () => {
    const move = portRewrite({ aws: 4571, api: 5001, partners: 5002 });
    expect(
      move(
        'http://127.0.0.1:4570/q http://127.0.0.1:4571/v1 http://localhost:4572/x http://127.0.0.1:45712 10.0.0.1:4570 4571',
      ),
    ).toBe(
      'http://127.0.0.1:4571/q http://127.0.0.1:5001/v1 http://localhost:5002/x http://127.0.0.1:45712 10.0.0.1:4570 4571',
    );
  });
});
