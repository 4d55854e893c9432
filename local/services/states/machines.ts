import { createHash } from 'node:crypto';
import { AwsError, type EngineContext, type Json } from '../service.ts';
import { parseDefinition, readDefinition, type Definition, type DefinitionCheck } from './definition.ts';
import type { Ledger } from './ledger.ts';
import type { MachineRecord } from './records.ts';

const NAME = /^[^\s<>{}[\]?*"#%\\^|~`$&,;:/\p{Cc}]{1,80}$/u;

export interface MachineRequest {
  arn?: string;
  name: string;
  definition: string;
  roleArn: string;
  settings: Record<string, Json>;
}

export type Machines = ReturnType<typeof machines>;

/** The state machines; a revision is named by its definition's hash, so that the same text is checked and kept once. */
export function machines(context: EngineContext, ledger: Ledger, check?: DefinitionCheck) {
  const parsed = new Map<string, Definition>();

  function revisionOf(text: string): string {
    const id = createHash('sha256').update(text).digest('hex').slice(0, 32);
    if (ledger.revision(id) === undefined) {
      parsed.set(id, parseDefinition(text, check));
      ledger.putRevision(id, text);
    }
    return id;
  }

  return {
    /** Creates or replaces; what is running keeps its revision. Throws `InvalidName`, `InvalidDefinition`. */
    put: (request: MachineRequest): MachineRecord => {
      if (!isName(request.name)) throw new AwsError('InvalidName', `Invalid Name: '${request.name}'`);
      const arn =
        request.arn ?? `arn:aws:states:${context.region}:${context.account}:stateMachine:${request.name}`;
      const { name, roleArn, settings } = request;
      const now = context.clock.now();
      const createdAt = ledger.machine(arn)?.createdAt ?? now;
      const machine = {
        arn,
        name,
        revisionId: revisionOf(request.definition),
        roleArn,
        settings,
        createdAt,
        updatedAt: now,
      };
      ledger.putMachine(machine);
      return machine;
    },
    get: (arn: string): MachineRecord => {
      const machine = ledger.machine(arn);
      if (machine === undefined)
        throw new AwsError('StateMachineDoesNotExist', `State Machine Does Not Exist: '${arn}'`);
      return machine;
    },
    definitionText: (revisionId: string): string => ledger.revision(revisionId)!,
    definition: (revisionId: string): Definition => {
      const known = parsed.get(revisionId) ?? readDefinition(ledger.revision(revisionId)!);
      parsed.set(revisionId, known);
      return known;
    },
  };
}

/** 1 to 80 characters without white space, brackets, wildcards and the rest AWS refuses in names. */
export function isName(text: string): boolean {
  return NAME.test(text);
}
