import { JwtVerifier } from 'aws-jwt-verify';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { memoryStore } from '../../../../local/runtime/memory-store.ts';
import { createIssuerService, type IssuerService } from '../../../../local/services/issuer/shell.ts';
import type { Json } from '../../../../local/services/service.ts';
import { engineContext } from '../../../support/engine-context.ts';
import { serveService, type ServedService } from '../../../support/serve-service.ts';

describe('the issuer', () => {
  const store = memoryStore();
  const context = engineContext({ store });
  let served: ServedService;
  let service: IssuerService;

  beforeAll(async () => {
    served = await serveService({ handle: async (request) => await service.handle(request) });
    service = createIssuerService(context, { baseUrl: `${served.url}/_local/issuer` });
    for (const [logicalId, client] of [
      ['StaffPool', 'staff-app'],
      ['BorrowerPool', 'portal'],
    ] as const) {
      const ref = `us-east-1_${logicalId}`;
      const resource = { stack: 'identity', attributes: {} };
      service.provision({ ...resource, logicalId, type: 'AWS::Cognito::UserPool', properties: {}, ref });
      service.provision({
        ...resource,
        logicalId: client,
        type: 'AWS::Cognito::UserPoolClient',
        properties: { UserPoolId: ref },
        ref: client,
      });
    }
  });
  afterAll(async () => await served.close());

  async function post(
    path: string,
    body: Json,
  ): Promise<{ status: number; body: { token: string; sub: string } }> {
    const response = await fetch(`${served.url}/_local/issuer/${path}`, {
      method: 'POST',
      body: JSON.stringify(body),
    });
    return { status: response.status, body: (await response.json()) as { token: string; sub: string } };
  }

  async function verified(pool: string, token: string, audience?: string): Promise<Record<string, unknown>> {
    const issuer = `${served.url}/_local/issuer/${pool}`;
    const keys = createRemoteJWKSet(new URL(`${issuer}/.well-known/jwks.json`));
    const currentDate = new Date(context.clock.now());
    return (
      await jwtVerify(token, keys, {
        issuer,
        currentDate,
        algorithms: ['RS256'],
        ...(audience && { audience }),
      })
    ).payload;
  }

  it('mints access tokens with Cognito\u2019s claims, the borrowers\u2019 with the e-mail address', async () => {
    const { body } = await post('borrowers/token', { email: 'avery@borrower.example' });
    const claims = await verified('borrowers', body.token);
    const now = context.clock.now() / 1000;
    expect(claims).toMatchObject({
      sub: body.sub,
      token_use: 'access',
      client_id: 'portal',
      username: body.sub,
      email: 'avery@borrower.example',
      email_verified: true,
      iat: now,
      exp: now + 900,
    });
    const staff = await post('staff/token', { email: 'pat@lender.example', groups: ['manager'] });
    const staffClaims = await verified('staff', staff.body.token);
    expect(staffClaims).toMatchObject({ client_id: 'staff-app', 'cognito:groups': ['manager'] });
    expect(staffClaims).not.toHaveProperty('email');
  });

  it('mints id tokens for the client', async () => {
    const { body } = await post('staff/token', {
      email: 'pat@lender.example',
      tokenUse: 'id',
      emailVerified: false,
    });
    expect(await verified('staff', body.token, 'staff-app')).toMatchObject({
      token_use: 'id',
      email: 'pat@lender.example',
      email_verified: false,
      'cognito:username': body.sub,
    });
  });

  it('gives the same person the same subject, also after a restart, under the same key', async () => {
    const first = await post('borrowers/token', { email: 'sam@borrower.example' });
    service = createIssuerService(engineContext({ store, seed: 2 }), {
      baseUrl: `${served.url}/_local/issuer`,
    });
    const second = await post('borrowers/token', { email: 'SAM@borrower.example' });
    expect(second.body.sub).toBe(first.body.sub);
    expect(await verified('borrowers', first.body.token)).toMatchObject({ sub: first.body.sub });
  });

  it('publishes where its keys are', async () => {
    const response = await fetch(`${served.url}/_local/issuer/staff/.well-known/openid-configuration`);
    const issuer = `${served.url}/_local/issuer/staff`;
    expect(await response.json()).toMatchObject({ issuer, jwks_uri: `${issuer}/.well-known/jwks.json` });
    const keys = await (await fetch(`${issuer}/.well-known/jwks.json`)).text();
    expect(keys).not.toMatch(/"[dpq]"/);
  });

  it.each([
    ['wrong-pool', 'ERR_JWKS_NO_MATCHING_KEY'],
    ['expired', 'ERR_JWT_EXPIRED'],
    ['not-yet-valid', 'ERR_JWT_CLAIM_VALIDATION_FAILED'],
    ['tampered', 'ERR_JWS_SIGNATURE_VERIFICATION_FAILED'],
    ['unsigned', 'ERR_JOSE_ALG_NOT_ALLOWED'],
    ['unknown-key', 'ERR_JWKS_NO_MATCHING_KEY'],
    ['public-key-as-secret', 'ERR_JOSE_ALG_NOT_ALLOWED'],
  ])('forges a token that a verifier refuses: %s', async (kind, code) => {
    const { status, body } = await post('borrowers/forge', { kind, email: 'avery@borrower.example' });
    expect(status).toBe(200);
    await expect(verified('borrowers', body.token)).rejects.toMatchObject({ code });
  });

  it.each(['wrong-client', 'wrong-use'])('forges a token whose claims alone are wrong: %s', async (kind) => {
    const { body } = await post('borrowers/forge', { kind, email: 'avery@borrower.example' });
    const claims = await verified('borrowers', body.token);
    expect([claims['client_id'], claims['token_use']]).not.toEqual(['portal', 'access']);
  });

  it('satisfies the verifier that the authorizer uses', async () => {
    const { token } = (await post('staff/token', { email: 'pat@lender.example' })).body;
    const issuer = `${served.url}/_local/issuer/staff`;
    const verifier = JwtVerifier.create({
      issuer,
      audience: null,
      jwksUri: `${issuer}/.well-known/jwks.json`,
    });
    verifier.cacheJwks({ keys: [service.engine.key('staff').jwk] } as never);
    const shift = Math.ceil(Math.abs(Date.now() - context.clock.now()) / 1000) + 60;
    expect(verifier.verifySync(token, { graceSeconds: shift })).toMatchObject({ client_id: 'staff-app' });
  });

  it('refuses what it does not understand and pools it does not have', async () => {
    expect((await post('borrowers/token', { email: 'nobody' })).status).toBe(400);
    expect((await post('borrowers/token', { email: 'a@b.example', role: 'manager' })).status).toBe(400);
    expect((await post('agents/token', { email: 'a@b.example' })).status).toBe(400);
  });

  it('administers users as cognito-idp does', async () => {
    const call = async (
      action: string,
      input: Json,
    ): Promise<{ status: number; body: Record<string, unknown> }> => {
      const headers = {
        'x-amz-target': `AWSCognitoIdentityProviderService.${action}`,
        'content-type': 'application/x-amz-json-1.1',
      };
      const response = await fetch(served.url, { method: 'POST', headers, body: JSON.stringify(input) });
      return { status: response.status, body: (await response.json()) as Record<string, unknown> };
    };
    const user = { UserPoolId: 'us-east-1_StaffPool', Username: 'lee@lender.example' };
    const UserAttributes = [{ Name: 'email', Value: 'lee@lender.example' }];
    expect((await call('AdminCreateUser', { ...user, UserAttributes })).status).toBe(200);
    expect((await call('AdminCreateUser', user)).body).toMatchObject({ __type: 'UsernameExistsException' });
    expect((await call('AdminDisableUser', user)).status).toBe(200);
    expect((await call('AdminGetUser', user)).body).toMatchObject({
      Enabled: false,
      Username: 'lee@lender.example',
    });
    expect((await post('staff/token', { email: 'lee@lender.example' })).status).toBe(400);
    expect((await call('AdminGetUser', { ...user, Username: 'none' })).body).toMatchObject({
      __type: 'UserNotFoundException',
    });
  });
});
