// Elements are built from text only: nothing in this page ever parses a string as HTML.
const $ = (id) => document.getElementById(id);
const SVG = "http://www.w3.org/2000/svg";

/** An element with properties (class, attributes, on… handlers) and children (elements or strings). */
function el(tag, properties, ...children) {
  const element = document.createElement(tag);
  for (const [key, value] of Object.entries(properties || {})) {
    if (key === "class") element.className = value;
    else if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else if (value !== null && value !== undefined && value !== false) element.setAttribute(key, value === true ? "" : value);
  }
  element.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== ""));
  return element;
}

/** The same for SVG. */
function svg(tag, attributes, ...children) {
  const element = document.createElementNS(SVG, tag);
  for (const [key, value] of Object.entries(attributes || {})) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

// Controls, bidirectional marks and invisible tags could make a name look like another one.
const TRICKS = /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|\udb40[\udc00-\udfff]/g;

/** Text from articles as it may be shown: without characters that reorder or hide others. */
function clean(text) {
  return String(text).replace(TRICKS, " ");
}

/** At most `most` characters, with an ellipsis; surrogate pairs stay whole. */
function short(text, most) {
  if (text.length <= most) return text;
  const cut = text.codePointAt(most - 2) > 0xffff ? most - 2 : most - 1;
  return text.slice(0, cut) + "…";
}

/** An address from data, or null where it is not plain http(s). */
function safeLink(address) {
  try {
    const url = new URL(address);
    return url.protocol === "http:" || url.protocol === "https:" ? url.href : null;
  } catch {
    return null;
  }
}

/** Tells a screen reader, without moving the focus. */
function announce(text) {
  $("said").textContent = text;
}

async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const field = el("textarea", { class: "hidden" });
    field.value = text;
    document.body.append(field);
    field.select();
    const done = document.execCommand("copy");
    field.remove();
    if (!done) return announce(say("notCopied"));
  }
  announce(say("copied"));
}
