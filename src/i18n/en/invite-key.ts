// English words around the support key in the console. This is the source: other languages have the same keys.

/** The same codes, said to the technician. */
export const technicianKeyErrors = {
  'key-unknown': {
    what: 'Someone came with a support key that no longer works, and was turned away.',
    next: 'Still waiting. If it was your customer, read them the key that you see here.',
  },
  'key-wrong': {
    what: 'Someone tried a wrong support key and was turned away. They saw nothing.',
    next: 'Still waiting. If it was your customer, read them the key once more, digit by digit.',
  },
};

/** The key on the console's waiting page. */
export const inviteKeyWords = {
  label: 'Support key',
  hint: (address: string) => `To read out on the phone. The customer types it at ${address}.`,
  copy: 'Copy key',
  making: 'Making a key…',
  /** Says that the one before no longer works, above the new one. */
  replaced:
    'The key was replaced after three wrong tries. The old one no longer works. Read out the new one:',
  replacing: 'The key was replaced after three wrong tries. A new one is being made.',
  missing: 'There is no support key at the moment. The link works all the same.',
  burnedOut:
    'Wrong keys were tried again and again, so this session has no support key any more. The link works all the same.',
  again: 'New key',
};
