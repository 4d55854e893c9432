import { Validations, type App, type IPolicyValidationPlugin } from 'aws-cdk-lib';
import { AwsSolutionsChecks, NIST80053R5Checks } from 'cdk-nag';
import { acknowledgements, acknowledgedEverywhere, type Acknowledgement } from './acknowledgements.ts';

type Report = ReturnType<IPolicyValidationPlugin['validate']>;
type Violation = Report['violations'][number];

/**
 * Puts the app under cdk-nag's AwsSolutions and NIST 800-53 R5 packs; CDK's own CloudFormation validation runs beside
 * them. What `acknowledgements.ts` answers is left out of the report; the rest stops the synthesis, and so does an
 * answer that no rule asks for any more.
 */
export function addPolicyPacks(app: App): void {
  for (const { rule, reason } of acknowledgedEverywhere)
    Validations.of(app).acknowledge({ id: rule, reason });
  Validations.of(app).addPlugins(policyPacks(app));
}

/** Both packs as one plugin, so that an answer counts as used whichever pack asked. */
export function policyPacks(app: App): IPolicyValidationPlugin {
  const packs = [new AwsSolutionsChecks(app), new NIST80053R5Checks(app)];
  return {
    name: 'Keyturn policy packs',
    validate: (context) => {
      const used = new Set<Acknowledgement>();
      const open = packs
        .flatMap((pack) => pack.validate(context).violations)
        .map((violation) => withoutAnswered(violation, used))
        .filter(({ violatingResources }) => violatingResources.length > 0);
      const violations = [...open, ...unasked(used)];
      return { success: violations.length === 0, violations };
    },
  };
}

function withoutAnswered(violation: Violation, used: Set<Acknowledgement>): Violation {
  const violatingResources = violation.violatingResources.filter(({ constructPath }) => {
    const answer = acknowledgements.find((entry) => answers(entry, violation.ruleName, constructPath ?? ''));
    if (answer !== undefined) used.add(answer);
    return answer === undefined;
  });
  return { ...violation, violatingResources };
}

/** Whether the entry is about this rule on this resource; the stage in the path does not matter. */
export function answers({ rule, on }: Acknowledgement, found: string, path: string): boolean {
  const sameRule = typeof rule === 'string' ? rule === found : rule.test(found);
  return sameRule && on.test(path.replace(/^keyturn-[a-z]+-/, ''));
}

function unasked(used: ReadonlySet<Acknowledgement>): Violation[] {
  return acknowledgements
    .filter((entry) => !used.has(entry))
    .map(({ rule, on }) => ({
      ruleName: 'Keyturn-UnusedAcknowledgement',
      description: `lib/acknowledgements.ts answers what no rule asks: ${String(rule)} on ${String(on)}`,
      severity: 'error',
      violatingResources: [{ constructPath: 'lib/acknowledgements.ts', locations: [] }],
    }));
}
