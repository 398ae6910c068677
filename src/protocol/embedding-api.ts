// What the server says of the sites around a button. By itself, since few customers come by one.

import * as v from 'valibot';

/** `GET /api/embedding?origin=…`, answer: whether that site may follow a session that was begun on its page. */
export const embeddingSchema = v.object({ isAllowed: v.boolean() });
export type Embedding = v.InferOutput<typeof embeddingSchema>;
