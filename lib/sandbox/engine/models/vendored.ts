/** The neural networks that lie beside this file; where each comes from is told in NOTICE. */
export const vendoredModels = {
  /** What stands out in a picture. 1×3×320×320 colours in, 1×1×320×320 saliency out. */
  u2netp: {
    file: 'u2netp.onnx',
    sha256: '309c8469258dda742793dce0ebea8e6dd393174f89934733ecc8b14c76f4ddd8',
  },
  /** Faces. 1×192×192×3 colours from -1 to 1 in, 1×2304×17 boxes, landmarks and logits out. */
  faceDetection: {
    file: 'face_detection_full_range.onnx',
    sha256: '0a0f81c3555df1fd2edd836547377f8356cd55cdcf6504099861092a5d88f104',
  },
  /** Hair, skin, clothes. 1×256×256×3 colours in, 1×256×256×6 scores out. */
  selfieMulticlass: {
    file: 'selfie_multiclass_fp16.onnx',
    sha256: '2b79d6162de76614a3610b5898b87ed9142d67cde2479981ba7fbc36a6c4fec9',
  },
  /** Twice the pixels. 1×3×height×width colours from 0 to 1 in, 1×3×2·height×2·width out. */
  esrganSlim: {
    file: 'esrgan_slim_x2.onnx',
    sha256: '09d6724ff74e7e63c8ba53e117b3a93c8cf217a9002162fa236fe2d70e9e8545',
  },
} as const

export type ModelName = keyof typeof vendoredModels
