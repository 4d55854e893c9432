/** What `npm run new` writes: small, typed, tested, and green before anybody touches it. */

const camel = (kebab: string): string =>
  kebab.replaceAll(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
const pascal = (kebab: string): string => camel(kebab).replace(/^./, (letter) => letter.toUpperCase());

export const sliceReadme = (capability: string): string => `# ${capability}
What this slice is for, in a sentence.

- **Routes**, **Queues**, **Workflows**, **Items**, **Views**, **Events** in and out: as they come.
- **Invariants**: what is always true.

## Nuances
- What would surprise a newcomer.
`;

export const routeHandler = (
  _capability: string,
  handler: string,
): string => `import { loanNotFound } from '../../shared/authorization.ts';
import type { Kernel } from '../../shared/kernel.ts';
import { ok, type Reply } from '../../shared/request.ts';
import { keys } from '../../shared/table.ts';
import { LoanSummary } from '../../shared/views/loan-summary.v1.ts';

/** What the story needs of the request; becomes \`ApiRequest<(typeof routes.routes)[n]>\` once the route is in the table. */
interface Request {
  params: { loanId: string };
}

/** ${handler.split('-')[0]?.toUpperCase()} …/${handler.split('-').slice(1).join('-')} */
export async function ${camel(handler)}({ params }: Request, { storage }: Pick<Kernel, 'storage'>): Promise<Reply> {
  const item = await storage.get(keys.loanSummary(params.loanId));
  if (!item) throw loanNotFound();
  const { loanId, stage } = LoanSummary.parse(item);
  return ok({ loanId, stage });
}
`;

export const routeTest = (
  capability: string,
  handler: string,
): string => `import { describe, expect, it } from 'vitest';
import { ${camel(handler)} } from '../../../../lambdas/${capability}/handlers/${handler}.ts';
import { keys } from '../../../../lambdas/shared/table.ts';
import { loanSummaryView } from '../../../../lambdas/shared/views/loan-summary.v1.ts';
import { fakeKernel } from '../../../support/fake-kernel.ts';

const { example } = loanSummaryView;

describe('${handler}', () => {
  it('answers with the loan as it stands', async () => {
    const kernel = fakeKernel();
    await kernel.storage.write({ kind: 'put', item: { ...keys.loanSummary(example.loanId), ...example } });

    const reply = await ${camel(handler)}({ params: { loanId: example.loanId } }, kernel);

    expect(reply).toMatchObject({ status: 200, body: { loanId: example.loanId, stage: example.stage } });
  });

  it('does not know a loan that is not there', async () => {
    await expect(${camel(handler)}({ params: { loanId: example.loanId } }, fakeKernel())).rejects.toMatchObject({ code: 'LoanNotFound' });
  });
});
`;

const storyOf = (handler: string): string => `/** ${purpose(handler)} */
export async function ${camel(handler)}({ loanId }: z.output<typeof Input>, { storage }: Pick<Kernel, 'storage'>): Promise<z.output<typeof Output>> {
  const item = await storage.get(keys.loanSummary(loanId));
  if (!item) throw missing('LoanNotFound', 'the loan is not there yet', { loanId });
  return { stage: LoanSummary.parse(item).stage };
}
`;

function purpose(handler: string): string {
  if (handler.startsWith('on-'))
    return 'A message of its queue: the loan it names is read. Delivered twice, it does the same.';
  if (handler.startsWith('task-')) return 'A step of a workflow: says in which stage the loan is.';
  return 'Called by the clock with what its schedule says.';
}

const commonImports = `import * as z from 'zod';
import { KernelEnv, readEnv } from '../../shared/env.ts';
import { missing } from '../../shared/errors.ts';
import { LoanIdSchema } from '../../shared/ids.ts';
import { type Kernel, wireKernel } from '../../shared/kernel.ts';`;

export function functionHandler(capability: string, handler: string): string {
  const isQueue = handler.startsWith('on-');
  const shell = isQueue
    ? "import { queueFunction, sqsDeadLetters } from '../../shared/queue.ts';"
    : "import { taskFunction } from '../../shared/task.ts';";
  const imports = [
    commonImports,
    ...(isQueue ? [shell] : []),
    "import { stages } from '../../shared/stages.ts';",
    "import { keys } from '../../shared/table.ts';",
    ...(isQueue ? [] : [shell]),
    "import { LoanSummary } from '../../shared/views/loan-summary.v1.ts';",
  ].join('\n');
  const schemas = `const Input = z.strictObject({ version: z.literal(1), loanId: LoanIdSchema });\nconst Output = z.object({ stage: z.enum(stages) });`;
  return `${imports}\n\n${schemas}\n\n${storyOf(handler)}\n${isQueue ? queueWiring(capability, handler) : taskWiring(handler)}`;
}

const queueWiring = (
  capability: string,
  handler: string,
): string => `const Env = KernelEnv.extend({ DEAD_LETTER_QUEUE_URL: z.string() });
export type Env = z.input<typeof Env>;

function wire() {
  const env = readEnv(Env);
  return { ...wireKernel(env), deadLetterQueueUrl: env.DEAD_LETTER_QUEUE_URL };
}

export const handler = queueFunction({
  consumer: '${capability}-${handler}',
  message: Input,
  wire,
  run: ${camel(handler)},
  deadLetters: ({ deadLetterQueueUrl }) => sqsDeadLetters(deadLetterQueueUrl),
});
`;

const taskWiring = (handler: string): string => `const Env = KernelEnv;
export type Env = z.input<typeof Env>;

export const handler = taskFunction({ input: Input, output: Output, wire: () => wireKernel(readEnv(Env)), run: ${camel(handler)} });
`;

export const functionTest = (
  capability: string,
  handler: string,
): string => `import { describe, expect, it } from 'vitest';
import { ${camel(handler)} } from '../../../../lambdas/${capability}/handlers/${handler}.ts';
import { keys } from '../../../../lambdas/shared/table.ts';
import { loanSummaryView } from '../../../../lambdas/shared/views/loan-summary.v1.ts';
import { fakeKernel } from '../../../support/fake-kernel.ts';

const { example } = loanSummaryView;
const input = { version: 1, loanId: example.loanId } as const;

describe('${handler}', () => {
  it('twice equals once', async () => {
    const kernel = fakeKernel();
    await kernel.storage.write({ kind: 'put', item: { ...keys.loanSummary(example.loanId), ...example } });
    const before = kernel.storage.all();

    const first = await ${camel(handler)}(input, kernel);

    expect(await ${camel(handler)}(input, kernel)).toEqual(first);
    expect(kernel.storage.all()).toEqual(before);
  });

  it('asks to be tried again while the loan is not there', async () => {
    await expect(${camel(handler)}(input, fakeKernel())).rejects.toMatchObject({ kind: 'missing' });
  });
});
`;

/** The stack's import and its line, by the handler's trigger. */
export function stackLine(capability: string, handler: string): { imports: string; body: string } {
  const env = `${pascal(handler)}Env`;
  const imports = `import type { Env as ${env} } from '../lambdas/${capability}/handlers/${handler}.ts';`;
  const [prefix] = handler.split('-');
  const id = pascal(handler.slice((prefix?.length ?? 0) + 1));
  const common = `      capability: '${capability}',\n      handler: '${handler}',`;
  if (prefix === 'on') {
    return {
      imports,
      body: `    new QueueConsumer<${env}>(this, '${id}', {\n${common}\n      impact: 'Say who cannot do what while this fails.',\n      environment: ({ deadLetters }) => ({ ...kernel, DEAD_LETTER_QUEUE_URL: deadLetters.queueUrl }),\n      permissions: commits,\n    });`,
    };
  }
  if (prefix === 'task')
    return {
      imports,
      body: `    new TaskFunction<${env}>(this, '${id}', {\n${common}\n      environment: kernel,\n      permissions: commits,\n    });`,
    };
  const expression = prefix === 'nightly' ? 'cron(0 2 * * ? *)' : 'rate(1 hour)';
  return {
    imports,
    body: `    new ScheduledFunction<${env}>(this, '${id}', {\n${common}\n      impact: 'Say who misses what while this fails.',\n      expression: '${expression}',\n      environment: kernel,\n      permissions: commits,\n    });`,
  };
}
