import { expect, it } from 'vitest';
import { MailSender } from '../../../lib/constructs/mail-sender.ts';
import { resourcesOf, testStack } from '../../support/templates.ts';

it('sends from the lender’s address only, over TLS, and hears of its own mails only', () => {
  const stack = testStack();
  const mail = new MailSender(stack, 'Mail');
  expect(resourcesOf(stack, 'AWS::SES::EmailIdentity')[0]?.properties).toMatchObject({
    EmailIdentity: 'dev.keyturn.example',
  });
  expect(resourcesOf(stack, 'AWS::SES::ConfigurationSet')[0]?.properties).toMatchObject({
    Name: 'keyturn-dev-mail',
    DeliveryOptions: { TlsPolicy: 'REQUIRE' },
  });
  expect(mail.sends()).toMatchObject({
    actions: ['ses:SendEmail'],
    conditions: { StringEquals: { 'ses:FromAddress': 'loans@dev.keyturn.example' } },
  });
  expect(mail.tells().pattern).toEqual({
    source: ['aws.ses'],
    detail: { mail: { tags: { 'ses:configuration-set': ['keyturn-dev-mail'] } } },
  });
});
