import type { LarEdit } from '../edit.ts';
import { q601 } from './quality/q601.ts';
import { q602 } from './quality/q602.ts';
import { q603 } from './quality/q603.ts';
import { q604 } from './quality/q604.ts';
import { q605_1 } from './quality/q605-1.ts';
import { q605_2 } from './quality/q605-2.ts';
import { q606 } from './quality/q606.ts';
import { q607 } from './quality/q607.ts';
import { q608 } from './quality/q608.ts';
import { q609 } from './quality/q609.ts';
import { q610 } from './quality/q610.ts';
import { q611 } from './quality/q611.ts';
import { q612 } from './quality/q612.ts';
import { q613 } from './quality/q613.ts';
import { q614_1 } from './quality/q614-1.ts';
import { q614_2 } from './quality/q614-2.ts';
import { q615_1 } from './quality/q615-1.ts';
import { q615_2 } from './quality/q615-2.ts';
import { q616_1 } from './quality/q616-1.ts';
import { q616_2 } from './quality/q616-2.ts';
import { q616_3 } from './quality/q616-3.ts';
import { q617 } from './quality/q617.ts';
import { q618 } from './quality/q618.ts';
import { q619 } from './quality/q619.ts';
import { q620 } from './quality/q620.ts';
import { q621, q621From2025 } from './quality/q621.ts';
import { q622 } from './quality/q622.ts';
import { q623 } from './quality/q623.ts';
import { q624 } from './quality/q624.ts';
import { q625 } from './quality/q625.ts';
import { q626 } from './quality/q626.ts';
import { q627 } from './quality/q627.ts';
import { q628 } from './quality/q628.ts';
import { q629 } from './quality/q629.ts';
import { q630 } from './quality/q630.ts';
import { q631 } from './quality/q631.ts';
import { q632 } from './quality/q632.ts';
import { q633 } from './quality/q633.ts';
import { q642_1 } from './quality/q642-1.ts';
import { q642_2 } from './quality/q642-2.ts';
import { q643 } from './quality/q643.ts';
import { q644 } from './quality/q644.ts';
import { q645_1 } from './quality/q645-1.ts';
import { q645_2 } from './quality/q645-2.ts';
import { q646 } from './quality/q646.ts';
import { q647 } from './quality/q647.ts';
import { q648 } from './quality/q648.ts';
import { q649_1 } from './quality/q649-1.ts';
import { q649_2 } from './quality/q649-2.ts';
import { q650_1 } from './quality/q650-1.ts';
import { q650_2 } from './quality/q650-2.ts';
import { q651 } from './quality/q651.ts';
import { q651_1 } from './quality/q651-1.ts';
import { q651_2 } from './quality/q651-2.ts';
import { q652 } from './quality/q652.ts';
import { q653_1 } from './quality/q653-1.ts';
import { q653_2 } from './quality/q653-2.ts';
import { q654 } from './quality/q654.ts';
import { q655 } from './quality/q655.ts';
import { q656 } from './quality/q656.ts';
import { q657 } from './quality/q657.ts';
import { q658 } from './quality/q658.ts';
import { q659_1 } from './quality/q659-1.ts';
import { q659_2 } from './quality/q659-2.ts';
import { q660_1 } from './quality/q660-1.ts';
import { q660_2 } from './quality/q660-2.ts';
import { q660_3 } from './quality/q660-3.ts';
import { q660_4 } from './quality/q660-4.ts';

/** The quality edits of a register's rows in the order of the guide. Q600 compares rows and stands with those of the file. */
export const qualityEdits: readonly LarEdit[] = [
  q601,
  q602,
  q603,
  q604,
  q605_1,
  q605_2,
  q606,
  q607,
  q608,
  q609,
  q610,
  q611,
  q612,
  q613,
  q614_1,
  q614_2,
  q615_1,
  q615_2,
  q616_1,
  q616_2,
  q616_3,
  q617,
  q618,
  q619,
  q620,
  q621,
  q621From2025,
  q622,
  q623,
  q624,
  q625,
  q626,
  q627,
  q628,
  q629,
  q630,
  q631,
  q632,
  q633,
  q642_1,
  q642_2,
  q643,
  q644,
  q645_1,
  q645_2,
  q646,
  q647,
  q648,
  q649_1,
  q649_2,
  q650_1,
  q650_2,
  q651,
  q651_1,
  q651_2,
  q652,
  q653_1,
  q653_2,
  q654,
  q655,
  q656,
  q657,
  q658,
  q659_1,
  q659_2,
  q660_1,
  q660_2,
  q660_3,
  q660_4,
];
