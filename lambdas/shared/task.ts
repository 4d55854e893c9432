import middy from '@middy/core';
import type { Context } from 'aws-lambda';
import type * as z from 'zod';
import { DomainError } from './errors.ts';
import { bugFacts, logContext, logLine } from './observability.ts';
import { parseAs } from './parse.ts';

export interface TaskFunction<Input, Output, Deps> {
  /** Carries a version: executions live for months while code changes under them. */
  input: z.ZodType<Input>;
  output: z.ZodType<Output>;
  wire: () => Deps;
  run: (input: Input, deps: Deps, context: { correlationId: string }) => Promise<Output>;
}

/**
 * The shell of a workflow step. What it throws carries its code as the name, which Retry and Catch match;
 * everything of kind `unavailable` is named `Unavailable`, the only name of ours that a Retry may list.
 */
export function taskFunction<Input, Output, Deps>(definition: TaskFunction<Input, Output, Deps>) {
  let deps: Deps | undefined;
  return middy<unknown, Output>()
    .before(({ context }) =>
      logContext({ correlationId: context.awsRequestId, functionName: context.functionName }),
    )
    .handler(async (event, context) => {
      // Caught here and not in onError: middy would hang the first error, with its message, on the one that is thrown.
      try {
        deps ??= definition.wire();
        const input = parseAs(definition.input, event, 'task input');
        const output = await definition.run(input, deps, { correlationId: correlationOf(input, context) });
        logLine('info', 'TaskDone', 'task done');
        return definition.output.parse(output);
      } catch (error) {
        throw namedForWorkflow(error);
      }
    });
}

/** An error as Step Functions should see it: named by code, without a message that could quote a value. */
export function namedForWorkflow(error: unknown): Error {
  if (error instanceof DomainError) {
    logLine('warn', error.code, 'task stopped', error.facts);
    const named = new Error(error.message);
    named.name = error.kind === 'unavailable' ? 'Unavailable' : error.code;
    return named;
  }
  logLine('error', 'InternalError', 'task failed', bugFacts(error));
  const named = new Error('the task failed: see its log');
  named.name = 'InternalError';
  return named;
}

function correlationOf(input: unknown, { awsRequestId }: Context): string {
  const given = (input as { correlationId?: unknown } | null)?.correlationId;
  return typeof given === 'string' ? given : awsRequestId;
}
