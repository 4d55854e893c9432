import {
  ExecutionAlreadyExists,
  SendTaskSuccessCommand,
  SFNClient,
  StartExecutionCommand,
} from '@aws-sdk/client-sfn';
import { unavailable } from '../../shared/errors.ts';
import type { Stage } from '../../shared/stages.ts';

export interface StageInput {
  version: 1;
  loanId: string;
  stage: Stage;
  entry: number;
  correlationId: string;
}

/** The Step Functions machines of the stages, and the waits in them. */
export interface StageMachines {
  /** One execution per entry, by its name; a stage without a machine has nothing to start. */
  start(input: StageInput): Promise<void>;
  /** Ends a wait; a wait that has ended already is done. */
  answer(token: string, outcome: 'SATISFIED' | 'LEFT'): Promise<void>;
}

export function stepFunctions(
  machineArns: Partial<Record<Stage, string>>,
  client = new SFNClient({}),
): StageMachines {
  return {
    async start(input) {
      const stateMachineArn = machineArns[input.stage];
      if (stateMachineArn === undefined) return;
      const name = `${input.loanId}-${input.stage}-${input.entry}`;
      try {
        await client.send(new StartExecutionCommand({ stateMachineArn, name, input: JSON.stringify(input) }));
      } catch (error) {
        if (error instanceof ExecutionAlreadyExists) return;
        throw unavailable(
          'Unavailable',
          'the stage machine could not be started',
          { stage: input.stage },
          error,
        );
      }
    },
    async answer(taskToken, outcome) {
      try {
        await client.send(new SendTaskSuccessCommand({ taskToken, output: JSON.stringify({ outcome }) }));
      } catch (error) {
        if (error instanceof Error && endedNames.has(error.name)) return;
        throw unavailable('Unavailable', 'the waiting step could not be answered', { outcome }, error);
      }
    },
  };
}

const endedNames = new Set(['TaskTimedOut', 'TaskDoesNotExist', 'InvalidToken']);
