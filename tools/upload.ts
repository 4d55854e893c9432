/** Uploads one file as a borrower or an officer would: `node tools/upload.ts --api URL --token TOKEN --loan LOAN [--owner CONTACT] FILE`. */
import { parseArgs } from 'node:util';
import * as z from 'zod';
import { expectBody, keyturnClient } from './client/keyturn-client.ts';
import { uploadDocument, verdictOf } from './client/upload.ts';
import { ownFile } from './demo/sample-files.ts';

const text = { type: 'string' } as const;
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { api: text, token: text, loan: text, owner: text },
});
const [file] = positionals;

async function main(): Promise<number> {
  const { api, token, loan } = values;
  if (api === undefined || token === undefined || loan === undefined || file === undefined) {
    console.error('usage: node tools/upload.ts --api URL --token TOKEN --loan LOAN [--owner CONTACT] FILE');
    return 2;
  }
  const client = keyturnClient(api, token);
  const me = z.looseObject({ contactId: z.string().optional() }).parse((await client.get('/v1/me')).body);
  const owner = values.owner ?? me.contactId;
  if (owner === undefined) {
    console.error('staff say whose document it is: --owner CONTACT');
    return 2;
  }
  const { documentId, put } = await uploadDocument(client, loan, owner, await ownFile(file));
  console.log(
    put ? `${documentId}: uploaded, answered ${put.status}` : `${documentId}: this content is here already`,
  );
  const verdict = await verdictOf(client, loan, documentId);
  console.log(
    JSON.stringify(
      expectBody(await client.get(`/v1/loans/${loan}/documents/${documentId}`), 200, z.unknown()),
      null,
      2,
    ),
  );
  return verdict.state === 'QUARANTINED' ? 1 : 0;
}

process.exitCode = await main();
