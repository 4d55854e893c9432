import type { LarEdit } from '../../../edit.ts';
import { v696_1 } from '../v696-1.ts';
import { v696_2 } from '../v696-2.ts';
import { v696_3 } from '../v696-3.ts';
import { v699 } from '../v699.ts';
import { v700_1 } from '../v700-1.ts';
import { v700_2 } from '../v700-2.ts';
import { v701 } from '../v701.ts';
import { v702_1 } from '../v702-1.ts';
import { v702_2 } from '../v702-2.ts';
import { v703_1 } from '../v703-1.ts';
import { v703_2 } from '../v703-2.ts';
import { v704_1 } from '../v704-1.ts';
import { v704_2 } from '../v704-2.ts';
import { v705_1 } from '../v705-1.ts';
import { v705_2 } from '../v705-2.ts';
import { v706 } from '../v706.ts';
import { v707 } from '../v707.ts';
import { v708 } from '../v708.ts';
import { v709 } from '../v709.ts';
import { v710 } from '../v710.ts';
import { v711 } from '../v711.ts';
import { v712 } from '../v712.ts';
import { v713 } from '../v713.ts';
import { v714 } from '../v714.ts';
import { v715 } from '../v715.ts';
import { v716 } from '../v716.ts';
import { v720_1 } from '../v720-1.ts';
import { v720_2 } from '../v720-2.ts';
import { v720_3 } from '../v720-3.ts';
import { v720_4 } from '../v720-4.ts';
import { v721_1 } from '../v721-1.ts';
import { v721_2 } from '../v721-2.ts';

/** Automated underwriting, loan features, exemption elections, scores and ages: V696 to V721. */
export const underwritingAndExemptionEdits: readonly LarEdit[] = [
  v696_1,
  v696_2,
  v696_3,
  v699,
  v700_1,
  v700_2,
  v701,
  v702_1,
  v702_2,
  v703_1,
  v703_2,
  v704_1,
  v704_2,
  v705_1,
  v705_2,
  v706,
  v707,
  v708,
  v709,
  v710,
  v711,
  v712,
  v713,
  v714,
  v715,
  v716,
  v720_1,
  v720_2,
  v720_3,
  v720_4,
  v721_1,
  v721_2,
];
