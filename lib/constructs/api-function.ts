import type { Construct } from 'constructs';
import { HouseStack } from '../house-stack.ts';
import { Alarm, type WithImpact } from './alarm.ts';
import { errorsOf } from './function-metric.ts';
import { HouseFunction, type HouseFunctionProps } from './house-function.ts';

export interface ApiFunctionProps<E> extends Omit<HouseFunctionProps<E>, 'handler'>, WithImpact {}

/** The capability's API function (`lambdas/<capability>/api.ts`); the API stack proxies its prefixes to it. Alarm: `<capability>-api-errors`. */
export class ApiFunction<E = never> extends HouseFunction<E> {
  constructor(scope: Construct, id: string, props: ApiFunctionProps<E>) {
    // API Gateway gives up after 29 s: a function that runs longer answers nobody.
    if ((props.timeoutSeconds ?? 0) > 29) throw new Error('An API function has at most 29 seconds');
    super(scope, id, { memory: 'api', timeoutSeconds: 15, ...props, handler: 'api' });
    new Alarm(this, 'Errors', {
      name: `${this.name}-errors`,
      impact: props.impact,
      metric: errorsOf(this.lambda),
      threshold: HouseStack.holding(this).stage.alarms.functionErrors,
    });
  }
}
