// jest-light-runner 0.7 tells all its children what they run as soon as the first one asks for it, and then never again:
// one that is not listening yet, on a busy machine, would wait for ever. It is kept for whoever listens next. Nothing is
// listened to before somebody else is: what comes until then is kept by Node.
let told;
let listening = false;
process.on('newListener', (event, listener) => {
  if (event !== 'message') return;
  if (told) {
    setImmediate(listener, told);
    told = undefined;
  }
  if (listening) return;
  listening = true;
  process.on('message', function keep(message) {
    if (message?.type !== 'jest-light-runner-worker-data') return;
    told = message;
    process.off('message', keep);
  });
});
