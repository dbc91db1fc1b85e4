/** Owns what people upload: images and documents with their bytes, judged by their content, and the logo of the municipality. */

export { erasePicture } from './erase-picture.ts'
export { type FileHead, type FileReading, type PictureReading, readFile, readImage, readLogo, readLogoHistory, readPictures } from './read-file.ts'
export { removeFile } from './remove-file.ts'
export { removeLogo } from './remove-logo.ts'
export { dispositionOf } from './rules/file-name.ts'
export { mostImageBytes } from './rules/judge-upload.ts'
export { antivirusAt } from './scan-bytes.ts'
export { setLogo } from './set-logo.ts'
export { takeFile } from './take-file.ts'
export { takePicture } from './take-picture.ts'
export { problemWords as fileProblems } from './web/problem-words.ts'
