/** Uploads one file as a borrower or an officer would: `node tools/upload.ts --api URL --token TOKEN --loan LOAN [--owner CONTACT] FILE…`. */
import { parseArgs } from 'node:util';
import * as z from 'zod';
import { keyturnClient } from './client/keyturn-client.ts';
import { uploadDocument, verdictOf } from './client/upload.ts';
import { ownFile } from './demo/sample-files.ts';

const text = { type: 'string' } as const;
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { api: text, token: text, loan: text, owner: text },
});
async function main(): Promise<number> {
  const { api, token, loan } = values;
  if (api === undefined || token === undefined || loan === undefined || positionals.length === 0) {
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
  let quarantined = 0;
  for (const path of positionals) {
    const { documentId, put } = await uploadDocument(client, loan, owner, await ownFile(path));
    const { state, reason } = await verdictOf(client, loan, documentId);
    console.log(
      `${path}: ${documentId} ${put ? `uploaded (${put.status})` : 'is here already'}, ${state}${reason ? `: ${reason.text}` : ''}`,
    );
    if (state === 'QUARANTINED') quarantined += 1;
  }
  return quarantined > 0 ? 1 : 0;
}

process.exitCode = await main();
