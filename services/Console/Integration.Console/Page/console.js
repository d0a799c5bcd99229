'use strict';
const $ = id => document.getElementById(id);
const el = (name, props = {}, ...children) => { const node = Object.assign(document.createElement(name), props); node.append(...children); return node; };
const say = text => { $('message').textContent = text; };
const when = iso => el('time', { dateTime: iso, title: iso, textContent: new Date(iso).toLocaleString() });
const headers = () => ({ 'Content-Type': 'application/json', 'X-Operator': $('operator').value.trim(), ...($('key').value ? { 'X-Api-Key': $('key').value } : {}) });

async function call(path, body) {
  const answer = await fetch(path, body === undefined ? { headers: headers() } : { method: 'POST', headers: headers(), body: JSON.stringify(body) });
  if (answer.ok) return answer.status === 204 || answer.status === 202 ? null : answer.json();
  const problem = await answer.json().catch(() => ({}));
  throw new Error(problem.detail || `The console answered ${answer.status}.`);
}

function table(heads, rows, empty) {
  if (rows.length === 0) return el('p', { className: 'empty', textContent: empty });
  return el('table', {}, el('thead', {}, el('tr', {}, ...heads.map(text => el('th', { scope: 'col', textContent: text })))),
    el('tbody', {}, ...rows.map(cells => el('tr', {}, ...cells.map((cell, i) => el('td', { className: i === 0 ? 'number' : '' }, cell))))));
}

const state = text => el('span', { className: `state ${text}`, textContent: text });
const openLink = (r, label) => el('a', { href: `#${[r.pair, r.entity, r.recordId].map(encodeURIComponent).join('/')}`, textContent: label || r.number || r.recordId });

function act(label, path, body, done) {
  const button = el('button', { type: 'button', textContent: label });
  button.addEventListener('click', async () => {
    if (!$('operator').value.trim()) { say('Write your name first: every action is recorded with it.'); $('operator').focus(); return; }
    button.disabled = true;
    try { await call(path, body); say(done); await refresh(); } catch (error) { say(error.message); } finally { button.disabled = false; }
  });
  return button;
}

function showStatus(status) {
  const connections = table(['Connection', 'State', 'Why', 'Resumes', ''], status.connections.map(c => [
    c.connection, state(c.state), c.reason || '', c.resumesAt ? when(c.resumesAt) : '',
    c.state === 'open' ? act('Pause', `/api/connections/${encodeURIComponent(c.connection)}/pause`, { reason: 'paused in the console' }, `${c.connection} is being paused.`)
      : act('Resume', `/api/connections/${encodeURIComponent(c.connection)}/resume`, {}, `${c.connection} is being resumed.`)]), 'No connection has reported yet.');
  const pairs = table(['Pair', 'Orders by state'], status.pairs.map(p => [p.pair, Object.entries(p.orders).map(([s, n]) => `${n} ${s}`).join(', ')]), 'No order has been seen yet.');
  $('status').replaceChildren(pairs, connections);
  $('attention-count').textContent = status.attentionOpen ? `(${status.attentionOpen})` : '';
}

function showAttention(entries) {
  $('attention').replaceChildren(table(['Order', 'What is wrong', 'Since', ''], entries.map(a => [
    a.entity === 'order' ? openLink(a) : document.createTextNode(a.number),
    el('div', {}, el('strong', { textContent: a.class }), el('ul', {}, ...a.reasons.map(r => el('li', { textContent: r.field ? `${r.field}: ${r.message}` : r.message }))),
      el('p', { className: 'advice', textContent: a.advice })),
    when(a.firstAt),
    el('div', { className: 'actions' }, ...(a.state === 'retrying' ? [document.createTextNode('being retried')] : [
      ...(a.canRetry ? [act('Retry', '/api/attention/retry', { key: a.key, version: a.version }, `${a.number} is sent again.`)] : []),
      act('Done', '/api/attention/settle', { key: a.key, version: a.version }, `${a.number} is marked done.`)]))]), 'Nothing needs a person.'));
}

function showOrders(records) {
  $('orders').replaceChildren(table(['Order', 'State', 'In the ERP', 'Last', 'When'],
    records.map(r => [openLink(r), state(r.state), r.erpNumber || '', r.summary, when(r.lastAt)]), 'No orders here.'));
}

async function showRecord() {
  const parts = location.hash.slice(1).split('/').map(decodeURIComponent);
  if (parts.length !== 3) { $('record').hidden = true; return; }
  const detail = await call(`/api/records/${parts.map(encodeURIComponent).join('/')}`);
  const r = detail.record;
  $('record-title').textContent = `Order ${r.number || r.recordId}`;
  $('record-state').replaceChildren(state(r.state), ` · ${r.pair}${r.erpNumber ? ` · ${r.erpNumber} in the ERP` : ''}`);
  const base = `/api/orders/${encodeURIComponent(r.pair)}/${encodeURIComponent(r.recordId)}`;
  $('record-actions').replaceChildren(el('div', { className: 'actions' },
    ...(r.state === 'held' ? [act('Let it go on', `${base}/release`, {}, `${r.number} goes on.`)] : []), act('Read it again in the shop', `${base}/reread`, {}, `${r.number} is read again.`)));
  $('timeline').replaceChildren(...detail.timeline.map(t => el('li', {}, when(t.at), t.summary,
    ...t.calls.map(c => el('code', { textContent: `${c.connection} ${c.method} ${c.target} → ${c.status || 'no answer'} in ${c.milliseconds} ms${c.note ? ` (${c.note})` : ''}` })))));
  $('record').hidden = false;
}

async function refresh() {
  const [status, attention, orders] = await Promise.all([
    call('/api/status'), call('/api/attention?take=100'),
    call(`/api/records?take=50&number=${encodeURIComponent($('number').value.trim())}&state=${encodeURIComponent($('state').value)}`)]);
  showStatus(status); showAttention(attention); showOrders(orders);
  await showRecord();
}

const load = () => refresh().catch(error => say(error.message));
$('search').addEventListener('submit', event => { event.preventDefault(); load(); });
$('who').addEventListener('submit', event => { event.preventDefault(); load(); });
$('state').addEventListener('change', load);
$('operator').value = localStorage.getItem('operator') || '';
$('operator').addEventListener('change', () => localStorage.setItem('operator', $('operator').value));
addEventListener('hashchange', () => showRecord().then(() => $('main').focus()).catch(error => say(error.message)));
// A person who types or presses is not interrupted by a fresh table.
setInterval(() => { if (!document.hidden && !['BUTTON', 'INPUT', 'SELECT'].includes(document.activeElement.tagName)) load(); }, 5000);
load();
