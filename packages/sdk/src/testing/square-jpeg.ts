/** As much of a JPEG of 1080 × 1080 as a reader of its size looks at. */
export const squareJpeg = Buffer.from('ffd8ffc00011080438043803012200021101031101ffd9', 'hex');
