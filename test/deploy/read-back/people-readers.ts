import { callJson } from '../aws-call.ts';
import { type Connection, type Readers, underAskedNames } from './reader.ts';

type Live = Record<string, unknown>;

export function peopleReaders({ url }: Connection): Readers {
  const cognito = (operation: string, input: object) =>
    callJson(url, 'cognito-idp', `AWSCognitoIdentityProviderService.${operation}`, input);
  return {
    'AWS::Cognito::UserPool': async (UserPoolId, properties) => {
      const { UserPool: pool } = (await cognito('DescribeUserPool', { UserPoolId })) as { UserPool: Live };
      const factors = (await cognito('GetUserPoolMfaConfig', { UserPoolId })) as {
        SoftwareTokenMfaConfiguration?: { Enabled?: boolean };
        WebAuthnConfiguration?: { RelyingPartyId?: string; UserVerification?: string };
      };
      return underAskedNames(properties, {
        ...pool,
        UserPoolName: pool['Name'],
        Schema: pool['SchemaAttributes'] ?? pool['Schema'],
        EnabledMfas: factors.SoftwareTokenMfaConfiguration?.Enabled === true ? ['SOFTWARE_TOKEN_MFA'] : [],
        WebAuthnRelyingPartyID: factors.WebAuthnConfiguration?.RelyingPartyId,
        WebAuthnUserVerification: factors.WebAuthnConfiguration?.UserVerification,
      });
    },
    'AWS::Cognito::UserPoolClient': async (ClientId, properties) => {
      const { UserPoolClient: live } = (await cognito('DescribeUserPoolClient', {
        ClientId,
        UserPoolId: properties['UserPoolId'],
      })) as { UserPoolClient: Live };
      return underAskedNames(properties, {
        ...live,
        GenerateSecret: live['ClientSecret'] !== undefined && live['ClientSecret'] !== null,
      });
    },
  };
}
