// The operators' page: asks every two seconds what is new, and shows it.
import { plot } from "./plots.js";

const INTERVAL = 2000, KEPT = 450;
const byId = id => document.getElementById(id);

const number = value => value >= 100 || Number.isInteger(value) ? Math.round(value).toLocaleString("en") : value.toFixed(1);
const seconds = value => value === 0 ? "–" : value < 1 ? `${(value * 1000).toPrecision(3)} ms` : `${value.toFixed(2)} s`;
const bytes = value => value > 2 ** 30 ? `${(value / 2 ** 30).toFixed(2)} GiB` : `${Math.round(value / 2 ** 20)} MiB`;
const clock = text => new Date(text).toLocaleTimeString("en-GB");
const rate = value => `${number(value)}/s`;

const plots = [
  plot("Requests", moment => moment.requests, rate),
  plot("Latency, p99 of all", moment => ({ p99: moment.p99 }), seconds),
  plot("Failed requests", moment => ({ failed: moment.failed }), number, { failed: "cbad" }),
  plot("Live companions", moment => ({ companions: moment.companions }), number),
  plot("Calls of actors", moment => ({ calls: moment.grainCalls }), rate),
  plot("Reminders that came", moment => ({ "in time": moment.reminders - moment.late, late: moment.late }), number, { late: "cbad" }),
  plot("Waiting", moment => ({ "units for a commit": moment.waitingUnits, "jobs for their turn": moment.waitingJobs }), number),
  plot("Open sockets", moment => ({ sockets: moment.sockets }), number),
];

let moments = [], timer;

const fill = (id, rows) => byId(id).tBodies[0].replaceChildren(...rows.map(cells => {
  const row = document.createElement("tr");
  for (const cell of cells) row.insertCell().textContent = cell;
  return row;
}));

const say = (text, isBad = false) => {
  byId("state").textContent = text;
  byId("state").className = isBad ? "bad" : "";
};

const show = view => {
  for (const moment of view.moments) moments.push({ ...moment, time: Date.parse(moment.at) });
  moments = moments.slice(-KEPT);
  plots.forEach(each => each.draw(moments));
  const sum = read => view.processes.reduce((total, process) => total + read(process), 0);
  const requests = view.products.reduce((total, product) => total + product.perSecond, 0);
  const alive = view.silos.filter(silo => silo.status === "Active").length;
  const numbers = {
    "silos": alive, "front doors": view.processes.filter(process => process.role === "api").length, "requests a second": number(requests),
    "live companions": number(view.activations.find(kind => kind.kind === "companion")?.count ?? 0), "open sockets": number(sum(process => process.counts.sockets)),
    "jobs waiting": number(sum(process => process.counts.waitingJobs)), "jobs being drawn": number(sum(process => process.counts.drawingJobs)),
    "check-ins behind schedule": number(view.reminders.behind),
  };
  byId("numbers").replaceChildren(...Object.entries(numbers).map(([name, value]) => {
    const card = document.createElement("div");
    card.appendChild(document.createElement("b")).textContent = value;
    card.appendChild(document.createElement("span")).textContent = name;
    if (name.startsWith("check-ins") && view.reminders.behind > 0) {
      card.className = "bad";
      card.lastChild.textContent += `, the oldest by ${seconds(view.reminders.oldestSeconds)}`;
    }
    return card;
  }));
  fill("products", view.products.map(product => [
    product.product, number(product.perSecond), number(product.refused), number(product.failed), seconds(product.median), seconds(product.p99)]));
  fill("silos", view.silos.map(silo => [silo.address, silo.status]));
  fill("processes", view.processes.map(process => [
    `${process.role} ${process.host}`, clock(process.startedAt), process.cpu.toFixed(2), bytes(process.memory), number(process.actors),
    number(process.counts.sockets), number(process.counts.waitingUnits), number(process.counts.waitingJobs)]));
  fill("slow", view.slow.map(call => [call.what, seconds(call.seconds), clock(call.at), call.traceId ?? "–"]));
  fill("activations", view.activations.map(kind => [kind.kind, number(kind.count)]));
  say(`as of ${clock(view.at)}`);
};

const enter = isIn => {
  byId("door").hidden = isIn;
  byId("view").hidden = byId("links").hidden = !isIn;
};

const look = async () => {
  clearTimeout(timer);
  try {
    const after = moments.at(-1)?.at;
    const answer = await fetch(`/operator/view${after ? `?after=${encodeURIComponent(after)}` : ""}`);
    if (answer.status === 401 || answer.status === 403) {
      say("");
      return enter(false);
    }
    if (!answer.ok) throw new Error(`${answer.status}`);
    show(await answer.json());
    enter(true);
  } catch (error) {
    say(`No answer (${error.message}); trying again`, true);
  }
  timer = setTimeout(look, INTERVAL);
};

const send = async (method, path, body) => {
  const answer = await fetch(path, { method, headers: { "Content-Type": "application/json" }, body: body && JSON.stringify(body) });
  byId("fault").textContent = answer.ok ? "" : (await answer.json().catch(() => ({}))).detail ?? `That didn't work (${answer.status}).`;
  return answer.ok;
};

byId("ask").addEventListener("submit", async event => {
  event.preventDefault();
  if (await send("POST", "/operator/code", { email: byId("email").value })) {
    byId("show").hidden = false;
    byId("code").focus();
  }
});

byId("show").addEventListener("submit", async event => {
  event.preventDefault();
  if (await send("POST", "/operator/session", { email: byId("email").value, code: byId("code").value })) look();
});

byId("leave").addEventListener("click", async () => {
  await send("DELETE", "/operator/session");
  moments = [];
  look();
});

byId("plots").replaceChildren(...plots.map(each => each.figure));
look();
