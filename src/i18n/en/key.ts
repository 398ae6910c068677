// English words around the support key that both pages need. This is the source: other languages have the same keys.

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
