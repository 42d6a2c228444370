import { startProcess } from '../start-process.ts'
import { watchParent } from '../watch-parent.ts'

// A run that is killed by the test: it starts something that would live for ten minutes.
const [state = ''] = process.argv.slice(2)
watchParent(state)
startProcess(state, { name: 'sleeper', program: 'sleep', args: ['600'] })
console.log('started')
setInterval(() => {}, 1000)
