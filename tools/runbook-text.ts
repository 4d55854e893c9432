/** What the alarms of a house construct watch, by the ending of the alarm's name. */
interface Kind {
  ending: string;
  trigger(name: string): string;
  causes: readonly string[];
  commands(name: string): readonly string[];
  next: readonly string[];
}

export const runbookHeadings = [
  'Trigger',
  'Impact',
  'Likely causes',
  'What to look at',
  'Next step',
  'Over when',
  'Never',
] as const;

const logs = (name: string) =>
  `aws logs tail /keyturn/$STAGE/${name} --since 1h --filter-pattern '{ $.level = "ERROR" || $.level = "WARN" }'`;
const lastDeploy = 'aws lambda get-function-configuration --function-name keyturn-$STAGE-';

const kinds: readonly Kind[] = [
  {
    ending: '-api-errors',
    trigger: (name) =>
      `The function \`keyturn-<stage>-${name}\` ended with an error, or ran out of time or memory, in the last five minutes.`,
    causes: [
      'A deploy of this capability in the last hour.',
      'A neighbour that does not answer: DynamoDB throttling, KMS refusing a key, a partner.',
      'An item in the table that the current schema does not read (`errorName` is `ZodError`).',
    ],
    commands: (name) => [logs(name), `${lastDeploy}${name} --query '[LastModified,CodeSha256]'`],
    next: [
      'Began with a deploy: deploy the last good commit again (`npx cdk deploy -c stage=$STAGE`).',
      'One correlation id only: follow it through the logs; the item it names is the one to look at.',
      'Throttling or KMS: see the AWS Health dashboard; callers get 503 and try again, nothing is lost.',
    ],
  },
  {
    ending: '-errors',
    trigger: (name) => `The function \`keyturn-<stage>-${name}\` failed in the last five minutes.`,
    causes: [
      'A deploy in the last hour.',
      'A neighbour that does not answer.',
      'A configuration value that no longer fits (`environment variables missing or malformed`).',
    ],
    commands: (name) => [logs(name), `${lastDeploy}${name} --query '[LastModified,CodeSha256]'`],
    next: [
      'Began with a deploy: deploy the last good commit again.',
      'Otherwise follow one correlation id from the log to the neighbour that failed.',
    ],
  },
  {
    ending: '-dead-letters',
    trigger: (name) =>
      `At least one message of \`${name}\` is in its dead-letter queue: it was rejected with a reason, or failed more often than allowed.`,
    causes: [
      '`reason` on the message: it can never succeed as it is (a schema that changed, a rule that refuses).',
      'No `reason`: every try failed; the neighbour was down for longer than the queue waits.',
      'A bug that one kind of message brings out.',
    ],
    commands: (name) => [
      `node tools/queues.ts list --stage $STAGE`,
      `node tools/queues.ts inspect --stage $STAGE ${queueOf(name)}`,
      logs(name),
    ],
    next: [
      'Repair the cause first; the consumer is safe to be given the same message twice.',
      `Then move them back (or \`POST /v1/operations/queues/<queue>/redrives\`): \`node tools/queues.ts redrive --stage $STAGE <queue>\`.`,
      'Dead letters are kept for 14 days. Do not purge: what a message asked for would be lost.',
    ],
  },
  {
    ending: '-falling-behind',
    trigger: (name) => `The oldest record waiting for \`${name}\` is older than this stage allows.`,
    causes: [
      'A slow or refusing neighbour: tries are spread out and the rest waits behind.',
      'More work than `maxConcurrency` lets through.',
      'One record that fails again and again (a stream stops its shard until it is through or given up).',
    ],
    commands: (name) => [
      logs(name),
      `aws cloudwatch get-metric-statistics --namespace AWS/Lambda --metric-name Throttles --dimensions Name=FunctionName,Value=keyturn-$STAGE-${name} --start-time $(date -u -d '-1 hour' +%FT%TZ) --end-time $(date -u +%FT%TZ) --period 300 --statistics Sum`,
    ],
    next: [
      'Neighbour down: wait for it; nothing is lost while the queue holds it.',
      'Only volume: raise `maxConcurrency` in the stack, not by hand, and look whether the neighbour bears it.',
      'One record: its sequence number or message id is in the log; repair what it names.',
    ],
  },
  {
    ending: '-stopped',
    trigger: (name) =>
      `An execution of the machine \`keyturn-<stage>-${name}\` failed, ran out of its time, or was aborted.`,
    causes: [
      'A step failed with a name that the machine does not catch (a bug: `InternalError`).',
      "A wait that nobody answered within the machine's time.",
      'Somebody stopped it by hand (aborted).',
    ],
    commands: (name) => [
      `aws stepfunctions list-executions --state-machine-arn arn:aws:states:us-east-1:$ACCOUNT:stateMachine:keyturn-$STAGE-${name} --status-filter FAILED`,
      `aws stepfunctions get-execution-history --reverse-order --max-items 5 --execution-arn <arn>`,
    ],
    next: [
      'The loan itself is not harmed: the table holds the truth, the machine only the step.',
      'After the repair: `aws stepfunctions redrive-execution --execution-arn <arn>` goes on from the failed state.',
      'Aborted: ask who did it and why; the audit trail of the loan and CloudTrail (`StopExecution`) name them.',
    ],
  },
];

const plain: Kind = {
  ending: '',
  trigger: (name) => `\`${name}\` went over its threshold.`,
  causes: ['A deploy in the last hour.', 'A neighbour that does not answer.'],
  commands: (name) => [`aws cloudwatch describe-alarms --alarm-names keyturn-$STAGE-${name}`],
  next: [
    'Find the function behind it on the dashboard `keyturn-<stage>-operations` and go to its own runbook.',
  ],
};

/** A first version of a runbook, with the commands of this alarm filled in; whoever knows more writes it in. */
export function runbookText(runbook: string, impact: string): string {
  const kind = kinds.find(({ ending }) => runbook.endsWith(ending)) ?? plain;
  const subject =
    kind.ending === '-api-errors'
      ? runbook.slice(0, -'-errors'.length)
      : runbook.slice(0, runbook.length - kind.ending.length);
  return [
    `# ${runbook}`,
    `## Trigger\n\n${kind.trigger(subject)}`,
    `## Impact\n\n${impact}\n\n${gap('what borrowers, staff and the lender notice; what is lost and what is not')}`,
    `## Likely causes\n\n${bullets(kind.causes)}`,
    `## What to look at\n\n\`\`\`sh\nSTAGE=prod ACCOUNT=$(aws sts get-caller-identity --query Account --output text)\n${kind.commands(subject).join('\n')}\n\`\`\``,
    `## Next step\n\n${bullets(kind.next)}`,
    `## Over when\n\n${gap('the sign for a person, by a route or a command')}`,
    `## Never\n\n${bullets([gap('what makes it worse')])}\n`,
  ].join('\n\n');
}

/** What only a person knows; `test/lib/runbooks.test.ts` refuses a runbook that still has one. */
const gap = (what: string): string => `… ${what} …`;

function bullets(lines: readonly string[]): string {
  return lines.map((line) => `- ${line}`).join('\n');
}

/** `messaging-on-need-opened` consumes `messaging-need-opened`. */
function queueOf(name: string): string {
  return name.replace('-on-', '-');
}
