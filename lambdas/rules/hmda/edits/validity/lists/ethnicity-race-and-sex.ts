import type { LarEdit } from '../../../edit.ts';
import { v628_1 } from '../v628-1.ts';
import { v628_2 } from '../v628-2.ts';
import { v628_3 } from '../v628-3.ts';
import { v628_4 } from '../v628-4.ts';
import { v629_1 } from '../v629-1.ts';
import { v629_2 } from '../v629-2.ts';
import { v629_3 } from '../v629-3.ts';
import { v630 } from '../v630.ts';
import { v631_1 } from '../v631-1.ts';
import { v631_2 } from '../v631-2.ts';
import { v631_3 } from '../v631-3.ts';
import { v631_4 } from '../v631-4.ts';
import { v632_1 } from '../v632-1.ts';
import { v632_2 } from '../v632-2.ts';
import { v632_3 } from '../v632-3.ts';
import { v633 } from '../v633.ts';
import { v634 } from '../v634.ts';
import { v635_1 } from '../v635-1.ts';
import { v635_2 } from '../v635-2.ts';
import { v635_3 } from '../v635-3.ts';
import { v635_4 } from '../v635-4.ts';
import { v636_1 } from '../v636-1.ts';
import { v636_2 } from '../v636-2.ts';
import { v636_3 } from '../v636-3.ts';
import { v637 } from '../v637.ts';
import { v638_1 } from '../v638-1.ts';
import { v638_2 } from '../v638-2.ts';
import { v638_3 } from '../v638-3.ts';
import { v638_4 } from '../v638-4.ts';
import { v639_1 } from '../v639-1.ts';
import { v639_2 } from '../v639-2.ts';
import { v639_3 } from '../v639-3.ts';
import { v640 } from '../v640.ts';
import { v641 } from '../v641.ts';
import { v642_1 } from '../v642-1.ts';
import { v642_2 } from '../v642-2.ts';
import { v643 } from '../v643.ts';
import { v644_1 } from '../v644-1.ts';
import { v644_2 } from '../v644-2.ts';
import { v645 } from '../v645.ts';
import { v646_1 } from '../v646-1.ts';
import { v646_2 } from '../v646-2.ts';
import { v647 } from '../v647.ts';
import { v648_1 } from '../v648-1.ts';
import { v648_2 } from '../v648-2.ts';
import { v649 } from '../v649.ts';
import { v650 } from '../v650.ts';

/** What the applicants said of themselves or was observed: V628 to V650. */
export const ethnicityRaceAndSexEdits: readonly LarEdit[] = [
  v628_1,
  v628_2,
  v628_3,
  v628_4,
  v629_1,
  v629_2,
  v629_3,
  v630,
  v631_1,
  v631_2,
  v631_3,
  v631_4,
  v632_1,
  v632_2,
  v632_3,
  v633,
  v634,
  v635_1,
  v635_2,
  v635_3,
  v635_4,
  v636_1,
  v636_2,
  v636_3,
  v637,
  v638_1,
  v638_2,
  v638_3,
  v638_4,
  v639_1,
  v639_2,
  v639_3,
  v640,
  v641,
  v642_1,
  v642_2,
  v643,
  v644_1,
  v644_2,
  v645,
  v646_1,
  v646_2,
  v647,
  v648_1,
  v648_2,
  v649,
  v650,
];
