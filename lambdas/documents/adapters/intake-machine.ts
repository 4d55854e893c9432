import { createHash } from 'node:crypto';
import {
  ExecutionAlreadyExists,
  SendTaskSuccessCommand,
  SFNClient,
  StartExecutionCommand,
} from '@aws-sdk/client-sfn';
import { unavailable } from '../../shared/errors.ts';

export interface IntakeInput {
  version: 1;
  loanId: string;
  documentId: string;
  sourceVersionId: string;
  correlationId: string;
}

/** The document-intake machine, from outside. */
export interface IntakeMachine {
  /** One execution per document and version of its file, by its name. */
  start(input: IntakeInput): Promise<void>;
  /** Ends the wait for a person; a wait that has ended already is done. */
  answer(token: string, decision: 'accept' | 'return'): Promise<void>;
}

export function intakeMachine(stateMachineArn: string, client = new SFNClient({})): IntakeMachine {
  return {
    async start(input) {
      const name = executionName(input);
      try {
        await client.send(new StartExecutionCommand({ stateMachineArn, name, input: JSON.stringify(input) }));
      } catch (error) {
        if (error instanceof ExecutionAlreadyExists) return;
        throw unavailable('Unavailable', 'the intake could not be started', {}, error);
      }
    },
    async answer(taskToken, decision) {
      const output = JSON.stringify({ decision });
      try {
        await client.send(new SendTaskSuccessCommand({ taskToken, output }));
      } catch (error) {
        if (error instanceof Error && endedNames.has(error.name)) return;
        throw unavailable('Unavailable', 'the waiting intake could not be answered', {}, error);
      }
    },
  };
}

const endedNames = new Set(['TaskTimedOut', 'TaskDoesNotExist', 'InvalidToken']);

/** S3's version ids may hold what an execution's name may not. */
export function executionName({
  documentId,
  sourceVersionId,
}: Pick<IntakeInput, 'documentId' | 'sourceVersionId'>): string {
  return `${documentId}-${createHash('sha256').update(sourceVersionId).digest('hex').slice(0, 20)}`;
}
