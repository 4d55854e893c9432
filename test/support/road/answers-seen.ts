import type { Answer, KeyturnClient } from '../../../tools/client/keyturn-client.ts';

export interface AnswerSeen {
  method: string;
  path: string;
  status: number;
  body: unknown;
  contentType: string;
}

/** Remembers every answer that a client got, for those who judge them all at the end. */
export function remembering(client: KeyturnClient, seen: AnswerSeen[]): KeyturnClient {
  async function note(method: string, path: string, asked: Promise<Answer>): Promise<Answer> {
    const answer = await asked;
    const { status, body, headers } = answer;
    seen.push({ method, path, status, body, contentType: headers.get('content-type') ?? '' });
    return answer;
  }
  return {
    get: (path) => note('GET', path, client.get(path)),
    post: (path, body, options) => note('POST', path, client.post(path, body, options)),
    put: (path, body, options) => note('PUT', path, client.put(path, body, options)),
    patch: (path, body, options) => note('PATCH', path, client.patch(path, body, options)),
  };
}
