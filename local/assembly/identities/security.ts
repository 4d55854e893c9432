import { jsonText } from '../../runtime/json-text.ts';
import type { IdentityTable } from '../identity-table.ts';

/** Keys, secrets, parameters, roles. */
export const securityIdentities: IdentityTable = {
  'AWS::KMS::Key': (input) => {
    const id = input.shortId(32).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
    return { ref: id, attributes: { Arn: input.arn('kms', `key/${id}`), KeyId: id } };
  },
  'AWS::KMS::Alias': (input) => ({ ref: jsonText(input.property('AliasName')), attributes: {} }),
  'AWS::SecretsManager::Secret': (input) => {
    const arn = input.arn('secretsmanager', `secret:${input.nameFrom('Name')}-${input.shortId(6)}`);
    return { ref: arn, attributes: { Id: arn } };
  },
  'AWS::SSM::Parameter': (input) => ({
    ref: input.nameFrom('Name'),
    attributes: { Type: jsonText(input.property('Type')), Value: jsonText(input.property('Value')) },
  }),
  'AWS::IAM::Role': (input) => {
    const name = input.nameFrom('RoleName').slice(0, 64);
    return {
      ref: name,
      attributes: {
        Arn: `arn:aws:iam::${input.account}:role/${name}`,
        RoleId: `AROA${input.shortId(17).toUpperCase()}`,
      },
    };
  },
  'AWS::IAM::ManagedPolicy': (input) => {
    const arn = `arn:aws:iam::${input.account}:policy/${input.nameFrom('ManagedPolicyName')}`;
    return { ref: arn, attributes: { PolicyArn: arn } };
  },
};
