/**
 * A service that no client of ours speaks, called by its protocol. The emulator finds the service by the credential
 * scope and does not check signatures, so this header is the scope alone: of no use against AWS.
 */
const scope = (service: string) =>
  `AWS4-HMAC-SHA256 Credential=test/20260302/us-east-1/${service}/aws4_request, SignedHeaders=host, Signature=none`;

/** JSON protocols: `X-Amz-Target: <target>.<operation>`. */
export async function callJson(
  url: string,
  service: string,
  target: string,
  input: object,
): Promise<Record<string, unknown>> {
  const reply = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': target,
      authorization: scope(service),
    },
    body: JSON.stringify(input),
    signal: AbortSignal.timeout(30_000),
  });
  return await answerOf(reply, target);
}

/** REST protocols. */
export async function callRest(url: string, service: string, path: string): Promise<Record<string, unknown>> {
  const reply = await fetch(`${url}${path}`, {
    headers: { authorization: scope(service) },
    signal: AbortSignal.timeout(30_000),
  });
  return await answerOf(reply, path);
}

async function answerOf(reply: Response, what: string): Promise<Record<string, unknown>> {
  const text = await reply.text();
  if (!reply.ok) throw new Error(`${what}: ${reply.status} ${text.slice(0, 500)}`);
  return text === '' ? {} : (JSON.parse(text) as Record<string, unknown>);
}
