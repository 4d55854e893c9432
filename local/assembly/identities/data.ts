import { jsonText } from '../../runtime/json-text.ts';
import type { Identity, IdentityInput, IdentityTable } from '../identity-table.ts';

function table(input: IdentityInput): Identity {
  const name = input.nameFrom('TableName');
  const arn = input.arn('dynamodb', `table/${name}`);
  return {
    ref: name,
    attributes: { Arn: arn, StreamArn: `${arn}/stream/2026-01-01T00:00:00.000`, TableId: input.shortId(32) },
  };
}

function bucket(input: IdentityInput): Identity {
  const name = input.nameFrom('BucketName').toLowerCase();
  const domain = `${name}.s3.${input.region}.amazonaws.com`;
  return {
    ref: name,
    attributes: {
      Arn: `arn:aws:s3:::${name}`,
      DomainName: `${name}.s3.amazonaws.com`,
      RegionalDomainName: domain,
      DualStackDomainName: `${name}.s3.dualstack.${input.region}.amazonaws.com`,
    },
  };
}

export const dataIdentities: IdentityTable = {
  'AWS::DynamoDB::Table': table,
  'AWS::DynamoDB::GlobalTable': table,
  'AWS::S3::Bucket': bucket,
  'AWS::S3::BucketPolicy': (input) => ({ ref: jsonText(input.property('Bucket')), attributes: {} }),
};
