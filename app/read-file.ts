import { AppError } from '#lib/errors.ts'

/** The uploaded file of a form, its field called `file`; `malformed` when there is none. */
export async function readFile(form: FormData): Promise<Uint8Array> {
  // What calls a server action need not be our form.
  const file: unknown = form instanceof FormData ? form.get('file') : null
  if (!(file instanceof File)) throw new AppError('malformed', 'Choose a file first.')
  return new Uint8Array(await file.arrayBuffer())
}
