import type { Detector } from '../defect.ts'

export const endOfLifeImage = {
  code: 'end-of-life-image',
  outcome: 'corrected',
  why: 'Nobody mends what is found in it any more.',
  here: 'RabbitMQ 3.13',
  *find({ workloads }) {
    for (const { image, component, tag } of workloads) {
      const [major = 0, minor = 0] = /^\d/.test(tag ?? '') ? (tag ?? '').split(/[.-]/).map(Number) : []
      if (
        image &&
        component === 'rabbitmq' &&
        major > 0 &&
        (major < 3 || (major === 3 && minor < oldestMinor && tag?.includes('.')))
      )
        yield { at: image.at, message: `the image "${image.text}" is out of support` }
    }
  },
} satisfies Detector

/** RabbitMQ's releases before 3.13 get no updates (www.rabbitmq.com/release-information). */
const oldestMinor = 13
