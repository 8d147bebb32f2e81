import { expect, it } from 'vitest';
import { createPolicy } from './create-policy.js';
import { policyDefaults } from './policy-defaults.js';

it.each(Object.entries(policyDefaults))('has usable figures for %s', async (name, defaults) => {
  const policy = createPolicy({ ...defaults, name, random: () => 0 });

  await expect(policy(async () => 'ok')).resolves.toBe('ok');
});
