// The runner tells all its children what they run as soon as the first one asks for it, and then never again: one that is
// not listening yet, on a busy machine, would wait for ever. It is kept for whoever listens later. Nothing is listened to
// before somebody else is: what comes until then is kept by Node.
let told;
let listening = false;
process.on('newListener', (event, listener) => {
  if (event !== 'message') return;
  if (told) setImmediate(listener, told);
  if (listening) return;
  listening = true;
  process.on('message', (message) => {
    if (message?.type === 'jest-light-runner-worker-data') told = message;
  });
});
