import type { Command } from 'commander';
import type { RedeemFlags, StaffLinkFlags } from '../commands/coupons.js';
import { type Branch, contextOf } from './branch.js';

/** Commands about coupons and the store's own pages. */
export function addCouponCommands({ program, open, help }: Branch): void {
  const { arguments: words, coupons: said } = help;
  const coupons = program.command('coupons').description(said.group);

  coupons
    .command('list')
    .description(said.list)
    .argument('<campaign>', words.campaign)
    .action(async (campaign: string, _flags: object, command: Command) => {
      const { listCoupons } = await import('../commands/coupons.js');
      await listCoupons(await contextOf(open, command), campaign);
    });

  coupons
    .command('redeem')
    .description(said.redeem)
    .argument('<campaign>', words.campaign)
    .argument('<number>', said.couponNo)
    .option('--last-digits <digits>', said.lastDigits)
    .option('--dry-run', said.dryRun)
    .action(async (campaign: string, number: string, flags: RedeemFlags, command: Command) => {
      const { redeemCoupon } = await import('../commands/coupons.js');
      await redeemCoupon(await contextOf(open, command), [campaign, number], flags);
    });

  coupons
    .command('staff-link')
    .description(said.staffLink)
    .argument('<campaign>', words.campaign)
    .option('--renew', said.renew)
    .action(async (campaign: string, flags: StaffLinkFlags, command: Command) => {
      const { showStaffLinks } = await import('../commands/coupons.js');
      await showStaffLinks(await contextOf(open, command), campaign, flags);
    });
}
