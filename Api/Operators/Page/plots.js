// A plot: lines over the last quarter of an hour, which move as moments come.

const svg = (name, attributes) => {
  const element = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  return element;
};

const WIDTH = 450, HEIGHT = 100, SPAN = 15 * 60 * 1000;

/** The next number above that reads well: 1, 2 or 5 times a power of ten. */
const roof = value => {
  if (value <= 0) return 1;
  const power = 10 ** Math.floor(Math.log10(value));
  return [1, 2, 5, 10].find(step => step * power >= value) * power;
};

/**
 * @param {string} title
 * @param {(moment: object) => Record<string, number>} read the values of a moment, by line
 * @param {(value: number) => string} write a value with its unit
 * @param {Record<string, string>} colours classes of lines that have one of their own
 */
export const plot = (title, read, write, colours = {}) => {
  const figure = document.createElement("figure");
  const caption = figure.appendChild(document.createElement("figcaption"));
  caption.append(title);
  const now = caption.appendChild(document.createElement("output"));
  const picture = figure.appendChild(svg("svg", { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, preserveAspectRatio: "none", role: "img", "aria-label": title }));
  const scale = figure.appendChild(document.createElement("div"));
  scale.className = "scale";
  const legend = figure.appendChild(document.createElement("div"));
  legend.className = "legend";
  const classes = new Map();

  const classOf = name => {
    if (!classes.has(name)) {
      const own = colours[name] ?? `c${classes.size % 5}`;
      classes.set(name, own);
      const entry = legend.appendChild(document.createElement("span"));
      entry.appendChild(document.createElement("i")).className = own;
      entry.append(name);
    }
    return classes.get(name);
  };

  const draw = moments => {
    const end = moments.length ? moments.at(-1).time : 0;
    const lines = new Map();
    let top = 0;
    for (const moment of moments) {
      for (const [name, value] of Object.entries(read(moment))) {
        if (!lines.has(name)) lines.set(name, []);
        lines.get(name).push([moment.time, value]);
        top = Math.max(top, value);
      }
    }
    top = roof(top);
    picture.replaceChildren(svg("line", { x1: 0, y1: HEIGHT, x2: WIDTH, y2: HEIGHT }), svg("line", { x1: 0, y1: 0, x2: WIDTH, y2: 0 }));
    for (const [name, points] of lines) {
      const path = points.map(([time, value], index) => {
        const x = WIDTH * (1 - (end - time) / SPAN), y = HEIGHT * (1 - value / top);
        return `${index === 0 ? "M" : "L"}${x.toFixed(1)} ${y.toFixed(1)}`;
      });
      picture.append(svg("path", { d: path.join(""), class: classOf(name) }));
    }
    scale.textContent = `0 to ${write(top)}`;
    const last = moments.length ? Object.values(read(moments.at(-1))) : [];
    now.textContent = last.length ? write(last.reduce((sum, value) => sum + value, 0)) : "–";
  };

  return { figure, draw };
};
