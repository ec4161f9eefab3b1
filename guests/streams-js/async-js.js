// The greeter with `async` functions and streams, in JavaScript.

const hello = (name) => `Hello, ${name}!`;

export const greeter = {
  async greet(name) {
    return hello(name);
  },

  async later(n) {
    for (let i = 0; i < n; i++) await null;
    return n;
  },

  async invite(name) {
    await null;
    if (name === "night") throw { tag: "asleep" };
    if (name === "stranger") throw { tag: "unknown", val: name };
    return hello(name);
  },

  hail(name) {
    return hello(name);
  },

  async count(to) {
    return (async function* () {
      for (let i = 0; i < to; i++) yield i;
    })();
  },

  async sum(values) {
    let sum = 0;
    for await (const value of values) sum += value;
    return sum;
  },

  async greetAll(names) {
    return (async function* () {
      for await (const name of names) yield hello(name);
    })();
  },
};
