import { regXServicingDay } from '../../shared/business-days.ts';
import type { BusinessDayRule } from '../../shared/business-days.ts';

/**
 * The ten business days of 47 CFR 64.1200 and of 16 CFR 316, the five of 15 USC 1681b(e): neither text says which days
 * count. Monday to Friday without federal holidays is what both agencies' offices keep.
 */
export const officeBusinessDay: BusinessDayRule = regXServicingDay;
