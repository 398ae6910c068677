import { describe, expect, it } from 'vitest';
import { iceServersFor } from './turn.ts';

const SESSION_ID = '0123456789abcdef0123456789abcdef';

describe('iceServersFor', () => {
  it('gives no servers where none are configured', () => {
    expect(iceServersFor({ stunUrls: [], turn: null }, SESSION_ID, 0)).toEqual([]);
  });

  it('gives STUN servers without credentials', () => {
    const settings = { stunUrls: ['stun:stun.example.com:3478'], turn: null };
    expect(iceServersFor(settings, SESSION_ID, 0)).toEqual([{ urls: ['stun:stun.example.com:3478'] }]);
  });

  it('gives TURN credentials that are good for a day and that coturn computes alike', () => {
    const turn = { urls: ['turn:turn.example.com:3478'], secret: 'north-south-east-west' };
    // From: printf "$username" | openssl dgst -sha1 -hmac north-south-east-west -binary | base64
    expect(iceServersFor({ stunUrls: [], turn }, SESSION_ID, 1_700_000_000_999)).toEqual([
      {
        urls: ['turn:turn.example.com:3478'],
        username: `1700086400:${SESSION_ID}`,
        credential: 'v+Jvkga6hrWmqh1hSO5jFfoNzvI=',
      },
    ]);
  });
});
