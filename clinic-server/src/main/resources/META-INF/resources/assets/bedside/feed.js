// The live WebSocket: reconnects by itself, and says at once when it is not live.

const FIRST_WAIT_MILLIS = 250;
const LONGEST_WAIT_MILLIS = 5000;
/** The server says its state twice a second; silence for this long is a dead line. */
const SILENCE_MILLIS = 4000;

export class Feed {
  /** handlers: message(object), block(ArrayBuffer), opened(), lost(). */
  constructor(url, handlers) {
    this.url = url;
    this.handlers = handlers;
    this.wait = FIRST_WAIT_MILLIS;
    this.closed = false;
    this.watchdog = setInterval(() => this.#watch(), 1000);
    this.#dial();
  }

  #dial() {
    this.redialing = undefined;
    const socket = new WebSocket(this.url);
    socket.binaryType = 'arraybuffer';
    this.socket = socket;
    this.heardAt = performance.now();
    socket.onopen = () => this.handlers.opened();
    socket.onmessage = (event) => this.#heard(event.data);
    socket.onclose = () => this.#redial(socket);
  }

  #heard(data) {
    this.heardAt = performance.now();
    this.wait = FIRST_WAIT_MILLIS;
    if (typeof data === 'string') {
      this.handlers.message(JSON.parse(data));
    } else {
      this.handlers.block(data);
    }
  }

  #redial(socket) {
    if (this.closed || socket !== this.socket || this.redialing !== undefined) {
      return;
    }
    this.handlers.lost();
    const wait = this.wait * (0.75 + Math.random() / 2);
    this.wait = Math.min(LONGEST_WAIT_MILLIS, this.wait * 2);
    this.redialing = setTimeout(() => !this.closed && this.#dial(), wait);
  }

  #watch() {
    if (!this.closed && this.redialing === undefined && performance.now() - this.heardAt > SILENCE_MILLIS) {
      const silent = this.socket;
      silent.onopen = null;
      silent.onmessage = null;
      silent.onclose = null;
      silent.close();
      this.#redial(silent);
    }
  }

  send(message) {
    if (this.socket.readyState === WebSocket.OPEN) {
      this.socket.send(JSON.stringify(message));
    }
  }

  close() {
    this.closed = true;
    clearInterval(this.watchdog);
    this.socket.close();
  }
}
