import type { LarEdit } from '../../../edit.ts';
import { v651_1 } from '../v651-1.ts';
import { v651_2 } from '../v651-2.ts';
import { v652_1 } from '../v652-1.ts';
import { v652_2 } from '../v652-2.ts';
import { v654_1 } from '../v654-1.ts';
import { v654_2 } from '../v654-2.ts';
import { v655_1 } from '../v655-1.ts';
import { v655_2 } from '../v655-2.ts';
import { v656_1 } from '../v656-1.ts';
import { v656_2 } from '../v656-2.ts';
import { v657_1 } from '../v657-1.ts';
import { v657_2 } from '../v657-2.ts';
import { v657_3 } from '../v657-3.ts';
import { v658_1 } from '../v658-1.ts';
import { v658_2 } from '../v658-2.ts';
import { v659 } from '../v659.ts';
import { v660_1 } from '../v660-1.ts';
import { v660_2 } from '../v660-2.ts';
import { v661 } from '../v661.ts';
import { v662_1 } from '../v662-1.ts';
import { v662_2 } from '../v662-2.ts';
import { v663 } from '../v663.ts';
import { v664 } from '../v664.ts';
import { v665_1 } from '../v665-1.ts';
import { v665_2 } from '../v665-2.ts';
import { v666_1 } from '../v666-1.ts';
import { v666_2 } from '../v666-2.ts';
import { v667_1 } from '../v667-1.ts';
import { v667_2 } from '../v667-2.ts';
import { v668_1 } from '../v668-1.ts';
import { v668_2 } from '../v668-2.ts';
import { v669_1 } from '../v669-1.ts';
import { v669_2 } from '../v669-2.ts';
import { v669_3 } from '../v669-3.ts';
import { v669_4 } from '../v669-4.ts';
import { v670_1 } from '../v670-1.ts';
import { v670_2 } from '../v670-2.ts';
import { v670_3 } from '../v670-3.ts';
import { v670_4 } from '../v670-4.ts';
import { v671_1 } from '../v671-1.ts';
import { v671_2 } from '../v671-2.ts';

/** Age, income, purchaser, rate spread, lien, credit score and reasons for denial: V651 to V671. */
export const ageToDenialEdits: readonly LarEdit[] = [
  v651_1,
  v651_2,
  v652_1,
  v652_2,
  v654_1,
  v654_2,
  v655_1,
  v655_2,
  v656_1,
  v656_2,
  v657_1,
  v657_2,
  v657_3,
  v658_1,
  v658_2,
  v659,
  v660_1,
  v660_2,
  v661,
  v662_1,
  v662_2,
  v663,
  v664,
  v665_1,
  v665_2,
  v666_1,
  v666_2,
  v667_1,
  v667_2,
  v668_1,
  v668_2,
  v669_1,
  v669_2,
  v669_3,
  v669_4,
  v670_1,
  v670_2,
  v670_3,
  v670_4,
  v671_1,
  v671_2,
];
