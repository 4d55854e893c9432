import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { eventually, expectBody } from '../client/keyturn-client.ts';
import { costOf, type Metered, totalUsd } from '../cost/cost-of.ts';
import { codeOf, type OpenedLoan, type Stage, stageReached, viewOf } from './road.ts';
import { outputFolder } from './sample-files.ts';
import { dollars } from './timeline.ts';

const Incomes = z.looseObject({
  current: z.array(
    z.looseObject({
      outcome: z.string(),
      monthlyAmountCents: z.int().optional(),
      worksheet: z.array(z.looseObject({ rule: z.string(), amountCents: z.int(), citation: z.string() })),
      findings: z.array(z.looseObject({ kind: z.string(), comparison: z.string() })),
    }),
  ),
});

export async function income({ cast, say }: Stage, { loanId }: OpenedLoan): Promise<void> {
  const view = await eventually(
    'income to be verified',
    async () => {
      const loan = await viewOf(cast, loanId);
      const need = loan.needs.find(({ kind }) => kind === 'income-verification');
      return need && need.status !== 'OPEN' ? loan : undefined;
    },
    { withinMs: 45_000 },
  );
  const { current } = expectBody(await cast.processor.get(`/v1/loans/${loanId}/income`), 200, Incomes);
  say.say('partner', "the employer's record arrives: ordered by queue, announced by web hook, fetched by us");
  for (const { outcome, monthlyAmountCents, worksheet, findings } of current) {
    say.say(
      'keyturn',
      `qualifying income ${monthlyAmountCents === undefined ? 'not calculated' : `${dollars(monthlyAmountCents)} a month`}`,
      outcome,
    );
    for (const { rule, amountCents, citation } of worksheet.slice(0, 4))
      say.more(`${dollars(amountCents)}  ${rule}  (${citation})`);
    say.more(findings.map(({ comparison, kind }) => `${comparison}: ${kind}`).join('; '));
  }
  say.more(`needs: ${view.needs.map(({ kind, status }) => `${kind} ${status.toLowerCase()}`).join(', ')}`);
}

export async function underwrite({ cast, say }: Stage, { loanId }: OpenedLoan): Promise<void> {
  await stageReached(cast, loanId, 'UNDERWRITING');
  say.say('keyturn', 'every need is met: the stage machine moves the loan to UNDERWRITING');
  const refused = await cast['loan-officer'].post(`/v1/loans/${loanId}/transitions/clear-to-close`, {});
  say.say('officer', 'tries to clear it to close', `${refused.status} ${codeOf(refused.body)}`);
  expectBody(
    await cast.underwriter.post(`/v1/loans/${loanId}/transitions/clear-to-close`, {}),
    200,
    z.unknown(),
  );
  say.say('underwriter', 'clears it to close');
}

const Outbox = z.looseObject({
  messages: z.array(z.looseObject({ to: z.array(z.string()), subject: z.string() })),
});

export async function outbox(
  { cast, say }: Stage,
  { loanId }: OpenedLoan,
  controlUrl: string,
): Promise<void> {
  const mails = await eventually('the last mail', async () => {
    const { messages } = Outbox.parse(await (await fetch(`${controlUrl}/_local/outbox`)).json());
    return messages.some(({ subject }) => subject.includes('moved')) ? messages : undefined;
  });
  const uncertain = z
    .looseObject({ items: z.array(z.looseObject({ status: z.string() })) })
    .parse((await cast.manager.get(`/v1/loans/${loanId}/messages`)).body)
    .items.filter(({ status }) => status !== 'DONE');
  say.say(
    'keyturn',
    `${mails.length} mails went out, none twice`,
    uncertain.length > 0 ? `${uncertain.length} not settled yet` : 'all settled',
  );
  for (const { to, subject } of mails) say.more(`${to.join(', ').padEnd(34)} ${subject}`);
}

export async function counterparty({ say }: Stage, controlUrl: string): Promise<void> {
  const reply = await eventually(
    "the counterparty's records",
    async () => {
      const answer = await fetch(`${controlUrl}/_local/partners/total-expert/records`);
      const body: unknown = answer.ok ? await answer.json() : undefined;
      const { loans } = z.looseObject({ loans: z.array(z.looseObject({})).default([]) }).parse(body ?? {});
      return loans.length > 0 ? (body as object) : undefined;
    },
    { withinMs: 20_000 },
  );
  say.say('partner', "Total Expert's records, as its sandbox keeps them");
  for (const [kind, rows] of Object.entries(reply))
    if (Array.isArray(rows))
      for (const row of rows.slice(0, 4)) say.more(`${kind}: ${JSON.stringify(row).slice(0, 150)}`);
}

export async function audit({ cast, say }: Stage, { loanId }: OpenedLoan): Promise<boolean> {
  const stranger = await cast.operator.get(`/v1/audit?loanId=${loanId}`);
  const { verified, entries } = expectBody(
    await cast.compliance.get(`/v1/loans/${loanId}/audit/verify`),
    200,
    z.looseObject({ verified: z.boolean(), entries: z.int() }),
  );
  say.say(
    'compliance',
    `verifies the trail: ${entries} entries, ${verified ? 'intact' : 'BROKEN'}`,
    `operations may not even look: ${stranger.status}`,
  );
  const exported = JSON.stringify(
    (await cast.compliance.get(`/v1/loans/${loanId}/audit/export`)).body,
    null,
    1,
  );
  const file = join(outputFolder(), 'audit-export.json');
  writeFileSync(file, exported);
  const tampered = join(outputFolder(), 'audit-export-tampered.json');
  writeFileSync(tampered, exported.replace('"LoanOpened"', '"LoanOpenee"'));
  const offline = (path: string) =>
    spawnSync(process.execPath, ['tools/verify-audit.ts', path], { encoding: 'utf8' });
  const good = offline(file);
  const bad = offline(tampered);
  say.say(
    'compliance',
    `checks the export offline: ${good.stdout.trim().split('\n').at(-1)}; with one byte changed: ${bad.stdout.trim().split('\n').at(-1)}`,
  );
  say.more(bad.stdout.split('\n').find((line) => line.startsWith('chain')) ?? '');
  const reads = z
    .looseObject({ items: z.array(z.looseObject({ actor: z.string(), action: z.string() })) })
    .parse((await cast.compliance.get(`/v1/audit?loanId=${loanId}&kind=reads&limit=200`)).body);
  say.more(`${reads.items.length} looks at the file are on the trail too`);
  return verified && good.status === 0 && bad.status === 1;
}

export async function deadLetters({ cast, say }: Stage): Promise<boolean> {
  const { items } = expectBody(
    await cast.operator.get('/v1/operations/queues'),
    200,
    z.looseObject({ items: z.array(z.looseObject({ name: z.string(), messages: z.int() })) }),
  );
  const stuck = items.filter(({ messages }) => messages > 0);
  say.say(
    'operations',
    `${items.length} dead-letter queues, ${stuck.length === 0 ? 'all empty' : `NOT empty: ${stuck.map(({ name }) => name).join(', ')}`}`,
  );
  return stuck.length === 0;
}

export async function cost({ say }: Stage, controlUrl: string): Promise<void> {
  const metered = (await (await fetch(`${controlUrl}/_local/meter`)).json()) as Metered;
  const lines = costOf(metered);
  say.say(
    'keyturn',
    `what this loan would have cost on AWS: $${totalUsd(lines).toFixed(4)}`,
    'metered here, priced by tools/cost/price-table.ts',
  );
  for (const { what, units, usd } of lines.slice(0, 6))
    say.more(`$${usd.toFixed(5)}  ${Math.round(units).toLocaleString('en-US').padStart(7)}  ${what}`);
}
