import type { NextRequest } from 'next/server'
import NextAuth from 'next-auth'
import { authOptions } from '#lib/auth.ts'
import { AppError } from '#lib/errors.ts'
import { toResponse } from '#lib/http.ts'

type Context = { params: Promise<{ nextauth: string[] }> }

async function answer(request: NextRequest, context: Context): Promise<Response> {
  // Our pages send forms; next-auth would read JSON as well, and fall over what is none.
  if (request.headers.get('content-type')?.includes('application/json'))
    return toResponse(new AppError('malformed', 'Send a form.'))
  // A password comes by POST alone; next-auth would call that a fault of ours.
  const { nextauth } = await context.params
  if (request.method === 'GET' && nextauth[0] === 'callback')
    return toResponse(new AppError('not-found', 'There is nothing at this address.'))
  return NextAuth(request, context, authOptions())
}

export { answer as GET, answer as POST }
