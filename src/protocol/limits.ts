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

/** Time in which both proofs must have held, counted from the opening of the control channel, in ms. */
export const PROOF_TIMEOUT_MS = 5_000;

/** Bytes of a session's secret, which travels in the support link's fragment. */
export const SECRET_BYTES = 32;

/** Bytes of the random nonce in each side's hello. */
export const NONCE_BYTES = 32;

/** Bytes of a session id, written as twice as many hexadecimal digits. */
export const SESSION_ID_BYTES = 16;

/** Files that can be offered together. */
export const MAX_FILES_IN_OFFER = 500;
