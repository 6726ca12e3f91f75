import type { NextRequest } from 'next/server'
import NextAuth from 'next-auth'
import { authOptions } from '#lib/auth.ts'
import { AppError } from '#lib/errors.ts'
import { toResponse } from '#lib/http.ts'

type Context = { params: Promise<{ nextauth: string[] }> }

async function answer(request: NextRequest, context: Context): Promise<Response> {
  // Our pages send forms; next-auth would read JSON as well, and fall over what is none.
  const isJson = request.headers.get('content-type')?.includes('application/json')
  if (request.method === 'POST' && isJson)
    return toResponse(new AppError('malformed', 'Send a form.'))
  const answered = await NextAuth(request, context, authOptions())
  // It says 500 to addresses and cookies that the caller made up; a fault of its own is thrown.
  return answered.status < 500
    ? answered
    : toResponse(new AppError('malformed', 'This is no sign-in of ours.'))
}

export { answer as GET, answer as POST }
