import * as z from 'zod';
import { unavailable } from '../../shared/errors.ts';
import type { CallHttp } from '../connector/http-call.ts';
import type { ClientCredentials } from '../connector/partner-secret.ts';
import type { FetchToken } from '../connector/shared-tokens.ts';

const Granted = z.object({ access_token: z.string().min(1), expires_in: z.int().positive() });

/** `POST /v1/token`: Basic of the client, JSON body, grant `client_credentials` ("as Admin"). */
export const totalExpertToken =
  (baseUrl: string, call: CallHttp, secret: () => Promise<ClientCredentials>): FetchToken =>
  async () => {
    const { clientId, clientSecret } = await secret();
    const basic = Buffer.from(`${clientId}:${clientSecret}`).toString('base64');
    const { status, body } = await call({
      method: 'POST',
      url: `${baseUrl}/v1/token`,
      headers: { authorization: `Basic ${basic}` },
      body: { grant_type: 'client_credentials' },
    });
    if (status >= 500) throw unavailable('PartnerDown', 'the partner failed', { status });
    const granted = Granted.safeParse(body);
    if (status !== 200 || !granted.success)
      throw unavailable('NoToken', 'the partner gave no token', { status });
    return { value: granted.data.access_token, expiresInSeconds: granted.data.expires_in };
  };

/** `GET /v1/heartbeat`: is anybody there? */
export const totalExpertReady = (baseUrl: string, call: CallHttp) => async (): Promise<void> => {
  const { status } = await call({ method: 'GET', url: `${baseUrl}/v1/heartbeat`, headers: {} });
  if (status >= 500) throw unavailable('PartnerDown', 'the partner is not there', { status });
};
