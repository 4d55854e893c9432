/**
 * `npm start`: the cloud on this machine (`local/main.ts`), with sample users and one curl line for each main step.
 * Every option is passed on: `npm start -- --fresh --port 5000`.
 */
import { spawn } from 'node:child_process';
import { parseArgs } from 'node:util';
import { branchId, emailOf, gatherCast, staff, type StaffRole } from './demo/cast.ts';

const args = process.argv.slice(2);
const { values } = parseArgs({
  args,
  strict: false,
  options: { port: { type: 'string' }, help: { type: 'boolean' } },
});
const api = `http://127.0.0.1:${typeof values.port === 'string' ? Number.parseInt(values.port, 10) + 1 : 4571}`;

const answers = (): Promise<boolean> =>
  fetch(`${api}/_local/health`).then(
    ({ ok }) => ok,
    () => false,
  );

/** What answers before ours is started is another's: ours will say so and end, and there is nothing to show of it. */
const isAnothers = values.help !== true && (await answers());

const cloud = spawn(process.execPath, ['local/main.ts', ...args], { stdio: 'inherit' });
const ended = new Promise<number>((resolve) => {
  cloud.on('close', (code) => resolve(code ?? 1));
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => cloud.kill(signal));

async function healthy(): Promise<boolean> {
  for (;;) {
    if (cloud.exitCode !== null) return false;
    if (await answers()) return true;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

const token = (pool: string, email: string) =>
  `$(curl -s ${api}/_local/issuer/${pool}/token -d '{"sub":"demo-${email}","email":"${email}","emailVerified":true,"tokenUse":"access"}' | sed 's/.*"token":"\\([^"]*\\)".*/\\1/')`;

function walk(): string {
  const people = (Object.keys(staff) as StaffRole[])
    .map((role) => `  ${role.padEnd(13)} ${emailOf(role)}`)
    .join('\n');
  const json = `-H 'content-type: application/json'`;
  const as = (who: string) => `-H "authorization: Bearer $${who}"`;
  const key = `-H "idempotency-key: $(date +%s%N)"`;
  const body = `{"purpose":"PURCHASE","amountCents":28800000,"property":{"state":"OH","address":{"line1":"77 Specimen Court","city":"Sampleton","state":"OH","zip":"43004"},"value":{"amountCents":36000000,"kind":"CONTRACT","source":"purchase contract","asOfOn":"2026-11-14"}},"borrowers":[{"firstName":"Avery","lastName":"Sample","email":"avery.sample@example.com","ssn":"987-65-4321","employerName":"Example Mills LLC","statedMonthlyIncomeCents":693333,"authorizesVerification":true}]}`;
  const steps: [string, string][] = [
    ['a loan officer signs in', `OFFICER=${token('staff', emailOf('loan-officer'))}`],
    [
      'opens a loan',
      `LOAN=$(curl -s ${api}/v1/loans ${as('OFFICER')} ${key} ${json} -d '${body}' | sed 's/.*"loanId":"\\(loan_[^"]*\\)".*/\\1/'); echo $LOAN`,
    ],
    ['sees what may happen to it', `curl -s ${api}/v1/loans/$LOAN/transitions ${as('OFFICER')}`],
    [
      'takes the application',
      `curl -s ${api}/v1/loans/$LOAN/transitions/take-application ${as('OFFICER')} ${key} ${json} -d '{}'`,
    ],
    ['the borrower signs in', `BORROWER=${token('borrowers', 'avery.sample@example.com')}`],
    ['sees what is needed', `curl -s ${api}/v1/loans/$LOAN/needs ${as('BORROWER')}`],
    ['makes sample files', 'node_modules/.bin/node tools/make-sample-documents.ts .keyturn/samples'],
    [
      'sends a pay stub',
      `node_modules/.bin/node tools/upload.ts --api ${api} --token "$BORROWER" --loan $LOAN .keyturn/samples/{pay-stub,w-2,bank-statement,drivers-licence}.pdf`,
    ],
    [
      'a processor sees the documents',
      `PROCESSOR=${token('staff', emailOf('processor'))}; curl -s ${api}/v1/loans/$LOAN/documents ${as('PROCESSOR')}`,
    ],
    ['and the verified income', `curl -s ${api}/v1/loans/$LOAN/income ${as('PROCESSOR')}`],
    [
      'the underwriter decides',
      `UNDERWRITER=${token('staff', emailOf('underwriter'))}; curl -s ${api}/v1/loans/$LOAN/transitions/clear-to-close ${as('UNDERWRITER')} ${key} ${json} -d '{}'`,
    ],
    [
      'compliance verifies the trail',
      `COMPLIANCE=${token('staff', emailOf('compliance'))}; curl -s ${api}/v1/loans/$LOAN/audit/verify ${as('COMPLIANCE')}`,
    ],
    ['the mail that was sent', `curl -s ${api}/_local/outbox`],
  ];
  return `\nSample users of ${branchId}:\n${people}\n\nOne loan by hand:\n${steps.map(([what, line]) => `\n  # ${what}\n  ${line}`).join('\n')}\n`;
}

if (values.help !== true && !isAnothers && (await healthy())) {
  await gatherCast(api).then(
    () => console.log(walk()),
    (error: unknown) => console.error(`the sample users could not be appointed: ${String(error)}`),
  );
}
process.exitCode = await ended;
