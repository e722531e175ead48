'use client';

import { signOut } from 'next-auth/react';

export const LogOut = ({ text }: { text: string }) => (
  <button className="button quiet justify-self-start" onClick={() => void signOut({ callbackUrl: '/login' })}>{text}</button>
);
