import { mkdtempSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  GetQueueUrlCommand,
  ReceiveMessageCommand,
  SendMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stageNamed } from '../../lib/stages.ts';
import type { Environment } from '../acceptance/portable/environment.ts';
import { portableSuite } from '../acceptance/portable/suite.ts';
import { deployCoreStacks } from './deploy-core-stacks.ts';
import { type Emulator, startEmulator } from './emulator.ts';
import { emulatorPython } from './emulator-python.ts';
import { knownLosses } from './known-losses.ts';
import { poolTokens } from './pool-tokens.ts';
import { proofTable } from './proof-table.ts';
import { apiUrlOf, deployedPools, pointAuthorizerAtKeys } from './reachable-keys.ts';
import { type LiveResource, liveResources } from './read-back/live-stacks.ts';
import { type ReadBack, readBack } from './read-back/lost-properties.ts';
import { type Connection, connectionTo } from './read-back/reader.ts';
import { toppedUp, topUpLostProperties } from './top-up-lost-properties.ts';

const python = await emulatorPython();
const absent = 'absent' in python ? python.absent : undefined;

/** Past the console: the reporter shows what a test says only when it fails. */
const say = (text: string): number => writeSync(1, `${text}\n`);

it.runIf(absent !== undefined)('deploys onto an independent emulator', ({ skip }) => {
  say(`SKIPPED: nothing was deployed onto the independent emulator: ${absent}.`);
  skip(absent);
});
describe.skipIf(absent !== undefined)('deployment onto an independent emulator', () => {
  deployment('bin' in python ? python.bin : '');
});

function deployment(bin: string): void {
  let folder = '';
  let emulator: Emulator | undefined;
  let connection: Connection;
  let resources: LiveResource[];
  let created: ReadBack;
  let environment: Environment;

  beforeAll(async () => {
    // Outside this repository: its `type: module` would reach the emulator's own CommonJS workers.
    folder = mkdtempSync(join(tmpdir(), 'keyturn-deploy-'));
    emulator = await startEmulator(bin, folder);
    connection = connectionTo(emulator.url);
    resources = await liveResources(connection, await deployCoreStacks(emulator.url, folder));
    created = await readBack(connection, resources);
    await topUpLostProperties(connection, resources);
    environment = {
      apiUrl: apiUrlOf(emulator.url, resources),
      tokens: poolTokens(emulator.url, await deployedPools(connection)),
      firstOperatorEmail: stageNamed('dev').firstOperatorEmail,
      patienceMs: 60_000,
    };
  });

  afterAll(async () => {
    await emulator?.stop();
    rmSync(folder, { recursive: true, force: true });
    say(`\n${proofTable()}\n`);
  });

  it('creates every resource of the core stacks', () => {
    expect(resources.filter(({ physicalId }) => physicalId === '')).toEqual([]);
    say(
      `${resources.length} resources created, ${created.resourcesRead} read back, ${created.propertiesCompared} properties compared, ${Object.keys(created.lost).length} kinds of them lost`,
    );
  });

  it('has every live attribute that the templates ask for, but for the losses that are known', () => {
    expect(Object.keys(created.lost).toSorted()).toEqual(Object.keys(knownLosses).toSorted());
  });

  it('keeps what is topped up by the services themselves', async () => {
    const { lost } = await readBack(connection, resources);
    const still = Object.keys(knownLosses).filter((loss) => !toppedUp.some((each) => each === loss));
    expect(Object.keys(lost).toSorted()).toEqual(still.toSorted());
  });

  it('puts a message that nobody can read into the dead letters, with the reason', async () => {
    const queues = new SQSClient({ ...connection.client, useQueueUrlAsEndpoint: false });
    const urlOf = async (name: string) =>
      (await queues.send(new GetQueueUrlCommand({ QueueName: `keyturn-dev-loans-${name}` }))).QueueUrl;
    const queue = await urlOf('loan-stage-changed');
    const deadLetters = await urlOf('loan-stage-changed-dead-letters');
    await queues.send(new SendMessageCommand({ QueueUrl: queue, MessageBody: 'not an event' }));
    const { Messages = [] } = await queues.send(
      new ReceiveMessageCommand({
        QueueUrl: deadLetters,
        WaitTimeSeconds: 20,
        MessageAttributeNames: ['All'],
      }),
    );
    expect(Messages).toMatchObject([
      { Body: 'not an event', MessageAttributes: { reason: { StringValue: expect.any(String) } } },
    ]);
  });

  describe('the portable suite', () => {
    beforeAll(async () => await pointAuthorizerAtKeys(connection));
    portableSuite(() => environment, {
      'upload-checksum': 'the emulator does not compare content with its checksum',
    });
  });
}
