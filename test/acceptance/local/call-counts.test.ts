import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OperationUse, useOfOperations } from '../../../bench/operations.ts';
import { openScene, type Scene } from '../../../bench/scene.ts';

const root = join(import.meta.dirname, '..', '..', '..');

describe('what one request asks of DynamoDB', () => {
  let scene: Scene;
  let uses: Map<string, OperationUse>;

  beforeAll(async () => {
    scene = await openScene(root);
    uses = new Map((await useOfOperations(scene, 1)).map((use) => [use.name, use]));
  });
  afterAll(async () => await scene.stop());

  const callsOf = (name: string) => uses.get(name)?.calls ?? {};

  it('a loan with all its parts is one read, and one entry on its trail of reads', () => {
    expect(callsOf('GET a loan')).toEqual({ 'dynamodb:Query': 1, 'dynamodb:PutItem': 1 });
  });

  it("an officer's pipeline is one read, and one entry on the trail", () => {
    expect(callsOf("GET an officer's pipeline")).toEqual({ 'dynamodb:Query': 1, 'dynamodb:PutItem': 1 });
  });

  it.each(['POST a transition', 'POST a document'])(
    '%s writes in one transaction and in no other way',
    (name) => {
      const writes = Object.entries(callsOf(name)).filter(
        ([call]) => !/^(dynamodb:(GetItem|Query|BatchGetItem)|kms:)/.test(call),
      );
      expect(writes).toEqual([['dynamodb:TransactWriteItems', 1]]);
    },
  );

  it('no read writes anything but its trail entry, and none scans', () => {
    for (const [name, { calls }] of uses) {
      if (!name.startsWith('GET')) continue;
      const { 'dynamodb:GetItem': _, 'dynamodb:Query': __, ...rest } = calls;
      expect(rest, name).toEqual({ 'dynamodb:PutItem': 1 });
    }
  });
});
