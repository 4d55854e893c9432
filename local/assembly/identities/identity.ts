import type { IdentityTable } from '../identity-table.ts';

/** Cognito user pools. */
export const identityIdentities: IdentityTable = {
  'AWS::Cognito::UserPool': (input) => {
    const id = `${input.region}_${input.shortId(9)}`;
    const provider = `cognito-idp.${input.region}.amazonaws.com/${id}`;
    return {
      ref: id,
      attributes: {
        Arn: input.arn('cognito-idp', `userpool/${id}`),
        UserPoolId: id,
        ProviderName: provider,
        ProviderURL: `https://${provider}`,
      },
    };
  },
  'AWS::Cognito::UserPoolClient': (input) => {
    const id = input.shortId(26);
    return { ref: id, attributes: { ClientId: id, Name: input.nameFrom('ClientName') } };
  },
};
