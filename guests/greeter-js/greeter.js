// The greeter in JavaScript.

export const greeter = {
  greet(name) {
    return `Hello, ${name}!`;
  },

  mirror({ x, y }, both) {
    // `| 0` wraps around: the least number has no counterpart.
    return { x: -x | 0, y: both ? -y | 0 : y };
  },

  farewell(name) {
    if (name === "night") throw { tag: "asleep" };
    if (name === "stranger") throw { tag: "unknown", val: name };
    return `Goodbye, ${name}!`;
  },
};
