import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { expect, it } from 'vitest';
import { allow } from '../../lib/permission.ts';
import { roleStatements, testStack } from '../support/templates.ts';

function role() {
  const stack = testStack();
  return {
    stack,
    role: new Role(stack, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') }),
  };
}

it('writes one statement with just the named actions and resources', () => {
  const { stack, role: holder } = role();
  allow(
    { role: holder },
    { actions: ['sqs:SendMessage'], resources: ['arn:aws:sqs:us-east-1:000000000000:one'] },
  );
  expect(roleStatements(stack)).toEqual([
    expect.objectContaining({
      actions: ['sqs:SendMessage'],
      resources: ['arn:aws:sqs:us-east-1:000000000000:one'],
    }),
  ]);
});

it.each([
  [{ actions: ['s3:*'], resources: ['arn:aws:s3:::one/a'] }, 'Name the actions'],
  [{ actions: ['s3:Get*'], resources: ['arn:aws:s3:::one/a'] }, 'Name the actions'],
  [{ actions: ['s3:GetObject'], resources: ['*'] }, 'Name the resources'],
  [{ actions: ['s3:GetObject'], resources: [] }, 'at least one'],
  [{ actions: [], resources: ['arn:aws:s3:::one/a'] }, 'at least one'],
])('refuses %j', (permission, message) => {
  expect(() => allow({ role: role().role }, permission)).toThrow(message);
});

it('takes `*` for the actions of Textract, which names no resource, and not beside any other action', () => {
  const { stack, role: holder } = role();
  allow({ role: holder }, { actions: ['textract:DetectDocumentText'], resources: ['*'] });
  expect(roleStatements(stack)).toEqual([
    expect.objectContaining({ actions: ['textract:DetectDocumentText'], resources: ['*'] }),
  ]);
  const mixed = { actions: ['textract:DetectDocumentText', 's3:GetObject'], resources: ['*'] };
  expect(() => allow({ role: holder }, mixed)).toThrow('Name the resources');
});
