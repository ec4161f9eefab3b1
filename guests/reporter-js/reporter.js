// The reporter in JavaScript.

import log from "example:reporter/log@1.0.0";
import store from "example:reporter/store@1.0.0";

// `now` is a global: what the world itself imports is.

// A result's error is thrown, the host's by the imports as ours to the host.
export function report(title, keys) {
  try {
    return write(title, keys);
  } catch (reason) {
    log.write("error", `no report \`${title}\`: ${reason.message}`);
    throw reason;
  }
}

function write(title, keys) {
  log.write("info", `reporting \`${title}\`, on ${keys.length} keys`);
  let report = `${title}, at ${now()}\n`;
  for (const key of keys) {
    const text = store.get(key);
    if (text === null) log.write("warning", `nothing is stored under \`${key}\``);
    else report += `- ${key}: ${text}\n`;
  }
  const key = `report/${title}`;
  store.set(key, report);
  log.write("debug", `stored ${report.length} characters under \`${key}\``);
  return report;
}
