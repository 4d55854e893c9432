import { SESv2Client, SESv2ServiceException, SendEmailCommand } from '@aws-sdk/client-sesv2';
import { mockClient } from 'aws-sdk-client-mock';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { noSesFaults } from '../../../../local/services/ses/engine.ts';
import { createSesService } from '../../../../local/services/ses/shell.ts';
import { type Mailer, sesMailer } from '../../../../lambdas/messaging/adapters/mailer.ts';
import { engineContext } from '../../../support/engine-context.ts';
import { serveService, type ServedService } from '../../../support/serve-service.ts';

const mail = { subject: 'Hello', text: 'A text', html: '<p>A text</p>' };
const tags = { effectId: 'eff_01JD0000000000000000000001', loanId: 'loan_01JD0000000000000000000001' };

describe('mail by SES', () => {
  const faults = noSesFaults();
  const service = createSesService(engineContext(), { faults });
  for (const [type, ref] of [
    ['AWS::SES::EmailIdentity', 'lender.example'],
    ['AWS::SES::ConfigurationSet', 'mail'],
  ] as const) {
    service.provision({ stack: 'test', logicalId: ref, type, properties: {}, ref, attributes: {} });
  }
  let served: ServedService;
  let client: SESv2Client;
  const mailer = (from = 'loans@lender.example', ses = client): Mailer => sesMailer(from, 'mail', ses);

  beforeAll(async () => {
    served = await serveService(service);
    client = new SESv2Client(served.client);
  });
  afterAll(async () => {
    client.destroy();
    await served.close();
  });

  it('goes out tagged with its effect, so that its own events name it', async () => {
    const outcome = await mailer().send('avery.sample@example.com', mail, tags);
    const sent = service.outbox({ name: 'effectId', value: tags.effectId });
    expect(sent).toHaveLength(1);
    expect(outcome).toEqual({ kind: 'done', externalId: expect.any(String) });
    expect(JSON.stringify(sent[0])).toContain('avery.sample@example.com');
  });

  it('is refused for good when the sender is not verified', async () => {
    const outcome = await mailer('loans@elsewhere.example').send('avery.sample@example.com', mail, tags);
    expect(outcome).toMatchObject({
      kind: 'refused',
      reasonCode: expect.stringMatching(/Exception|Rejected/),
    });
  });

  it('is known not to be taken when SES is asked too fast', async () => {
    faults.throttle = 1;
    const outcome = await mailer().send('avery.sample@example.com', mail, tags);
    faults.throttle = 0;
    expect(outcome).toEqual({ kind: 'not-taken' });
  });

  it('is known not to be taken when our role or configuration is at fault', async () => {
    const client = new SESv2Client(served.client);
    const mock = mockClient(client);
    const refusal = { name: 'AccessDeniedException', message: 'no', $fault: 'client' as const };
    const answer = new SESv2ServiceException({ ...refusal, $metadata: { httpStatusCode: 403 } });
    mock.on(SendEmailCommand).rejects(answer);
    const denied = mailer('loans@lender.example', client);
    expect(await denied.send('avery.sample@example.com', mail, tags)).toEqual({ kind: 'not-taken' });
  });

  it('is not known to have gone out when nobody answers', async () => {
    const nobody = new SESv2Client({ ...served.client, endpoint: 'http://127.0.0.1:9' });
    await expect(
      mailer('loans@lender.example', nobody).send('avery.sample@example.com', mail, tags),
    ).rejects.toMatchObject({
      kind: 'unavailable',
    });
  });
});
