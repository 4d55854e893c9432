export interface Proof {
  what: string;
  /** Proven on the emulator, by what; or why it cannot be. */
  emulator: string;
  templates: string;
  /** What only a real account can prove. */
  aws: string;
}

/** What each kind of proof carries. Printed by the deploy test, and the table of `docs/deploy.md`. */
export const proofs: readonly Proof[] = [
  {
    what: 'Templates parse, order themselves and refer to each other',
    emulator: 'yes: every core stack is created by the CDK command line as it is',
    templates: 'cdk-nag, CloudFormation validation, `test/lib`',
    aws: "Service limits, names taken by others, and the references' default form (`Fn::GetStackOutput`; deployed there as exports)",
  },
  {
    what: 'Bundles start outside our own runner',
    emulator: 'yes, on Node 24 of this machine',
    templates: 'one bundle for each function',
    aws: 'arm64, memory, cold starts, tracing',
  },
  {
    what: 'Signing in: pools, token trigger, authorizer, binding',
    emulator:
      "yes, with tokens that the deployed pools sign; only the address of the pools' keys is changed on the live function",
    templates: 'pools, clients, lifetimes, second factor',
    aws: 'SRP, second factors, passkeys, lifetimes, mails: the emulator signs anybody in by password',
  },
  {
    what: 'The API: routes, roles, whose loan, idempotency, conditions',
    emulator: 'yes, the portable suite',
    templates: 'every route has the authorizer',
    aws: 'Throttling, access log, CORS answers, gateway answers to errors, the firewall',
  },
  {
    what: 'Change, trail, event and idempotency in one transaction',
    emulator: 'yes: racing POSTs and PATCHes, the chain verifies, its head is signed by the deployed key',
    templates: 'only the one transaction may write the ledger',
    aws: "The table's own refusal to change the ledger (resource policy), conflicts under load",
  },
  {
    what: 'Stream, bus, queue, consumer',
    emulator: 'yes: a move of the loan has its message; a message nobody can read goes to the dead letters',
    templates: 'filters, patterns, redrive, batch failures',
    aws: 'Redrive after the last receive (three minutes each), order and repeats under load',
  },
  {
    what: 'State machines and their waits',
    emulator:
      'the machine of APPLICATION to its end, its task token answered by the last of the six items; the one of PROCESSING up to the needs that it opens',
    templates: 'each machine walked by the reference JSONata (`test/support/walk-machine.ts`)',
    aws: 'JSONata beyond paths and comparisons, Retry and Catch by our error names (there every error is `Runtime.HandlerError`), heartbeats',
  },
  {
    what: 'Uploads by presigned link',
    emulator:
      'another length, another type, another declared checksum, a second use: refused. Content against the checksum: not compared there; the local cloud does',
    templates: 'buckets, their policies, CORS, keys',
    aws: 'The comparison by S3 itself, bucket policies, encryption under our keys',
  },
  {
    what: 'Scanning and reading of documents',
    emulator: 'no: neither GuardDuty nor Textract is there',
    templates: 'rule, machine, permissions',
    aws: 'Scan verdicts, what Textract reads',
  },
  {
    what: 'Counterparties',
    emulator: "no: stage dev names the counterparties' real sandboxes, which are not called from a test",
    templates: 'queues, schedules, secrets',
    aws: 'Their sandboxes, with credentials',
  },
  {
    what: 'Who may do what inside AWS (IAM, key and bucket policies)',
    emulator: 'no: nothing is evaluated there',
    templates: 'no wildcard, statements per function, packs',
    aws: 'all of it',
  },
  {
    what: 'Alarms, schedules, time to live, recovery, Object Lock',
    emulator: 'that they are there (alarms, schedules, TTL, recovery after topping up), not that they act',
    templates: 'each',
    aws: 'that they act',
  },
  {
    what: 'Firewall, event archive, CloudTrail, dashboard, budget',
    emulator: 'no: their types are refused there, their stacks are not deployed',
    templates: 'each',
    aws: 'all of it',
  },
];

export function proofTable(): string {
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [
    row(['', 'proven on MiniStack', 'proven by template tests', 'unproven until real AWS']),
    row(['---', '---', '---', '---']),
    ...proofs.map(({ what, emulator, templates, aws }) => row([what, emulator, templates, aws])),
  ].join('\n');
}
