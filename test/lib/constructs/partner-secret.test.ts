import { Key } from 'aws-cdk-lib/aws-kms';
import { expect, it } from 'vitest';
import { PartnerSecret } from '../../../lib/constructs/partner-secret.ts';
import { resourcesOf, testStack } from '../../support/templates.ts';

it('keeps a generated sign-in under the key, until an operator puts the partner’s own in its place', () => {
  const stack = testStack();
  const secret = new PartnerSecret(stack, 'Partner', {
    partner: 'total-expert',
    key: new Key(stack, 'Key'),
  });
  expect(resourcesOf(stack, 'AWS::SecretsManager::Secret')[0]?.properties).toMatchObject({
    Name: 'keyturn-dev-total-expert',
    KmsKeyId: expect.anything() as unknown,
    GenerateSecretString: {
      SecretStringTemplate: '{"clientId":"keyturn-dev-total-expert"}',
      GenerateStringKey: 'clientSecret',
    },
  });
  expect(secret.reads().map(({ actions }) => actions)).toEqual([
    ['secretsmanager:GetSecretValue'],
    ['kms:Decrypt'],
  ]);
});
