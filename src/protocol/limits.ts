// Every bound that both sides of a session agree on. What exceeds one is refused by the receiver.

/** Version of everything that crosses the wire. Both sides must have the same one. */
export const PROTOCOL_VERSION = 1;

/** Largest frame on the control channel, in bytes. PeerJS closes a connection silently above 256 KiB. */
export const MAX_CONTROL_FRAME_BYTES = 64 * 1024;

/** Longest chat message, in UTF-16 code units. */
export const MAX_CHAT_TEXT_LENGTH = 4_000;

/** Messages that a chat log keeps; the oldest go first. */
export const MAX_CHAT_ENTRIES = 2_000;

/** Longest session description that is accepted, in UTF-16 code units. */
export const MAX_SDP_LENGTH = 48 * 1024;

/** Longest ICE candidate line, in UTF-16 code units. */
export const MAX_CANDIDATE_LENGTH = 1_024;

/** Length of ids made by either side, in UTF-16 code units. */
export const MAX_ID_LENGTH = 64;

/** Longest name of a technician or an organisation, in UTF-16 code units. */
export const MAX_NAME_LENGTH = 80;

/** Longest username of a technician, in UTF-16 code units. */
export const MAX_USERNAME_LENGTH = 64;

/** Longest password or console token, in UTF-16 code units. */
export const MAX_PASSWORD_LENGTH = 256;

/** Time in which both proofs must have held, counted from the opening of the control channel, in ms. */
export const PROOF_TIMEOUT_MS = 5_000;

/** Bytes of a session's secret, which travels in the support link's fragment. */
export const SECRET_BYTES = 32;

/** Bytes of the random nonce in each side's hello. */
export const NONCE_BYTES = 32;

/** Bytes of a session id, written as twice as many hexadecimal digits. */
export const SESSION_ID_BYTES = 16;

/** Secret digits at the end of a support key. */
export const SECRET_DIGITS = 5;

/** Bytes of an encoded ristretto255 element (RFC 9496): a side's share in the exchange behind a key. */
export const SHARE_BYTES = 32;

/** Wrong tries after which a support key stops working and another one is made. */
export const MAX_WRONG_KEYS = 3;

/** Keys that one session makes at most: so there are at most fifteen guesses in a hundred thousand. */
export const MAX_KEYS_PER_SESSION = 5;

/** Largest frame on the files channel, in bytes. */
export const MAX_FILE_FRAME_BYTES = 64 * 1024;

/** Files that can be offered together. */
export const MAX_FILES_IN_OFFER = 500;

/** Folders that a file can be in, one in the other, as far as the other side is told. */
export const MAX_FOLDER_DEPTH = 16;

/** Files of which one message can say that they have arrived. */
export const MAX_FILES_ARRIVED = 300;

/** Files that one side can offer in a session. */
export const MAX_FILES_IN_SESSION = 5_000;

/** Longest name of a file on the wire, in UTF-16 code units. What is shown and saved is shorter: `file-name.ts`. */
export const MAX_FILE_NAME_LENGTH = 1_024;

/** Largest file, in bytes: 1 TiB. */
export const MAX_FILE_BYTES = 2 ** 40;

/**
 * Characters of the answer that says which blocks are there already: a bit for each block of 1 MiB, six of them a character. Larger
 * files than that, 300 GB, begin again.
 */
export const MAX_HAVE_LENGTH = 50_000;

/** Bytes of all files of one direction that may be on their way: sent, and not known to be written. */
export const ALL_FILES_WINDOW_BYTES = 24 * 1024 * 1024;

/** Connections that files may take at a time. */
export const MAX_FILE_LANES = 8;

/** How long a session waits for a side that can't be reached, in ms. */
export const MAX_ABSENCE_MS = 20 * 60 * 1000;

/** Messages that may wait for the other side's confirmation. */
export const MAX_UNCONFIRMED_MESSAGES = 5_000;

/** Longest box of sealed negotiation, in base64url digits. */
export const MAX_BOX_LENGTH = 60_000;
