// English words around the support key, on both pages. This is the source: other languages have the same keys.

/** What can go wrong with a key, said to the customer. */
export const keyErrors = {
  'key-malformed': {
    what: 'This is neither a support key nor a support link.',
    next: 'A support key has nine or ten digits. Type all of them, or paste the whole link.',
  },
  'key-unknown': {
    what: 'This support key leads nowhere. A digit may be wrong, or the key was already used or replaced.',
    next: 'Compare it with the technician, digit by digit, then try again.',
  },
  'key-wrong': {
    what: 'This support key is not the right one. Nothing was shared.',
    next: 'Compare it with the technician, digit by digit. After three wrong tries the technician gets a new key.',
  },
  'too-many-tries': {
    what: 'There were too many tries from your internet connection.',
    next: 'Wait a minute, then try again.',
  },
};

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

/** Where the customer types a key or pastes a link. */
export const keyFormWords = {
  title: 'Get support',
  intro: 'Your technician reads you a support key or sends you a link.',
  field: 'Support key',
  hint: 'Nine or ten digits. You can also paste the support link here.',
  submit: 'Continue',
  empty: 'First type the key, or paste the link.',
  another: 'Use another key or link',
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
