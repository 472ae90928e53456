import 'server-only'

/** A picture as a file of a form: some servers go by the name's extension. */
export function pictureFile(picture: Blob, name: string): File {
  const extension = picture.type === 'image/jpeg' ? 'jpg' : 'png'
  return new File([picture], `${name}.${extension}`, { type: picture.type })
}
