import { openTemporaryFolder } from '../temporary-folder.ts'

// For the test beside: says where its folder is, and waits to be ended.
process.stdout.write(openTemporaryFolder().path)
setInterval(() => {}, 1000)
