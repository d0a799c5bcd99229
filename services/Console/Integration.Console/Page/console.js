'use strict';
const $ = id => document.getElementById(id);
const el = (name, props = {}, ...children) => { const node = Object.assign(document.createElement(name), props); node.append(...children); return node; };
const say = text => { $('message').textContent = text; $('trouble').textContent = ''; };
const complain = text => { $('message').textContent = ''; $('trouble').textContent = text; };
const plain = code => code.replaceAll('-', ' ').replace(/\berp\b/, 'ERP');
const when = iso => el('time', { dateTime: iso, title: iso, textContent: new Date(iso).toLocaleString([], { dateStyle: 'medium', timeStyle: 'medium' }) });
const state = text => el('span', { className: `state ${text}`, textContent: plain(text) });
const shown = { attention: 10, orders: 50 };
const drawn = {};

async function call(path, body) {
  // Headers carry ASCII only; the console decodes the name again.
  const headers = { 'Content-Type': 'application/json', 'X-Operator': encodeURIComponent($('operator').value.trim()) };
  if ($('key').value) headers['X-Api-Key'] = $('key').value;
  const answer = await fetch(path, body === undefined ? { headers } : { method: 'POST', headers, body: JSON.stringify(body) })
    .catch(() => { throw new Error('The console does not answer. What you see may be old; it tries again by itself.'); });
  if (answer.ok) return answer.status === 204 || answer.status === 202 ? null : answer.json();
  if (answer.status === 401) {
    if ($('key-field').hidden) { $('key-field').hidden = false; $('key').focus(); }
    throw new Error($('key').value ? 'That is not the API key of this console.' : 'This console needs its API key: enter it above.');
  }
  const problem = await answer.json().catch(() => ({}));
  throw new Error(problem.detail || `The console answered ${answer.status}.`);
}

// A part is drawn anew only when it changed, and not under somebody's hands.
function draw(id, what, make, asked) {
  const text = JSON.stringify(what), part = $(id), selection = getSelection();
  const inUse = part.contains(document.activeElement) || (!selection.isCollapsed && part.contains(selection.anchorNode));
  if (drawn[id] === text || (inUse && !asked)) return;
  drawn[id] = text;
  part.replaceChildren(...[make()].flat());
}

function table(name, heads, rows, empty) {
  if (rows.length === 0) return el('p', { className: 'empty', textContent: empty });
  const role = (node, name) => { node.setAttribute('role', name); return node; };
  const cell = (content, i) => { const td = role(el('td', {}, content), 'cell'); td.dataset.label = heads[i]; return td; };
  return role(el('table', { ariaLabel: name }, role(el('thead', {}, role(el('tr', {}, ...heads.map(text => role(el('th', { scope: 'col', textContent: text }), 'columnheader'))), 'row')), 'rowgroup'),
    role(el('tbody', {}, ...rows.map(cells => role(el('tr', {}, ...cells.map(cell)), 'row'))), 'rowgroup')), 'table');
}

const address = r => `#${[r.pair, r.entity, r.recordId].map(encodeURIComponent).join('/')}`;
const openLink = r => el('a', { href: address(r), textContent: r.number || r.recordId });

// ask: a question whose answer goes along, or one to confirm; leaving it does nothing.
function act(label, about, path, body, done, ask) {
  const button = el('button', { type: 'button', textContent: label, ariaLabel: `${label}: ${about}` });
  button.addEventListener('click', async () => {
    if (!$('operator').value.trim()) { complain('Write your name first: every action is recorded with it.'); $('operator').focus(); return; }
    const extra = ask ? ask() : {};
    if (extra === null) return;
    button.disabled = true;
    const home = button.closest('section'), row = [...(home?.querySelectorAll('.cards > li') ?? [])].findIndex(li => li.contains(button));
    try {
      const answer = await call(path, { ...body, ...extra });
      say(typeof done === 'function' ? done(answer) : done);
      await refresh(true);
    } catch (error) { complain(error.message); await refresh(true).catch(() => {}); } finally {
      button.disabled = false;
      // Whoever works down the list goes on at the same place in it.
      if (!button.isConnected) (home?.querySelector(`.cards > li:nth-child(${row + 1}) :is(a, button)`) ?? home?.querySelector('h2') ?? $('main')).focus();
    }
  });
  return button;
}

const asked = (question, field) => () => { const text = prompt(question); return text === null ? null : { [field]: text.trim() }; };

function card(a) {
  const stale = Date.now() - Date.parse(a.lastAt) > 300000, retrying = a.state === 'retrying', action = { key: a.key, version: a.version };
  const times = a.times > 1 ? ` · ${a.times} times` : '';
  return el('li', { className: a.state },
    el('h3', {}, a.entity === 'order' ? openLink(a) : a.number, el('span', { className: 'class', textContent: ` · ${plain(a.class)}` })),
    el('ul', {}, ...a.reasons.map(r => el('li', { textContent: r.field ? `${r.message} (${r.field})` : r.message }))),
    ...(a.advice ? [el('p', {}, el('strong', { textContent: 'What to do: ' }), a.advice)] : []),
    el('p', { className: 'meta' }, `${a.pair ? `${a.pair} · ` : ''}since `, when(a.firstAt), times, ...(retrying ? [' · being retried since ', when(a.lastAt)] : []), ...(a.note ? [` · ${a.note}`] : [])),
    el('div', { className: 'actions' },
      ...(a.canRetry && (!retrying || stale) ? [act(retrying ? 'Retry again' : 'Retry', a.number, '/api/attention/retry', action, `${a.number} is sent again.`)] : []),
      act('Done', a.number, '/api/attention/settle', action, `${a.number} is marked done.`,
        asked(`${a.number} leaves the list and nothing is sent. What was done? (for the record)`, 'note'))));
}

function more(part, label) {
  const button = el('button', { type: 'button', textContent: label });
  button.addEventListener('click', () => { shown[part] += 90; load(true); });
  return button;
}

function showStatus(status, isAsked) {
  const bad = status.connections.filter(c => c.state !== 'open');
  const resume = c => act('Resume', c.connection, `/api/connections/${encodeURIComponent(c.connection)}/resume`, {}, `${c.connection} is being resumed.`);
  const halted = status.lanes.filter(l => l.state !== 'running'), lane = l => `${l.pair} ${l.lane} (${l.half})`;
  const goOn = l => act('Resume', lane(l), `/api/lanes/${[l.pair, l.lane, l.half].map(encodeURIComponent).join('/')}/resume`, {}, `${lane(l)} is being resumed.`);
  draw('lane-trouble', halted, () => halted.map(l => el('p', { className: l.state }, el('strong', { textContent: `Lane ${lane(l)} is ${l.state}. ` }),
    el('span', {}, l.reason, ' '), ...(l.canResume ? [goOn(l)] : []))), isAsked);
  draw('connection-trouble', bad, () => bad.map(c => el('p', { className: c.state }, el('strong', { textContent: `Connection ${c.connection} is ${c.state}. ` }),
    el('span', {}, c.reason || '', ...(c.resumesAt ? [' Goes on at ', when(c.resumesAt), '.'] : []), ' '), ...(c.state === 'paused' ? [] : [resume(c)]))), isAsked);
  draw('status', [status.pairs, status.connections.map(c => ({ ...c, at: '' }))], () => [
    table('Pairs', ['Pair', 'Orders by state'], status.pairs.map(p => [p.pair, Object.entries(p.orders).map(([s, n]) => `${n} ${plain(s)}`).join(', ')]), 'No order has been seen yet.'),
    table('Connections', ['Connection', 'State', 'Why', 'Goes on', ''], status.connections.map(c => [
      c.connection, state(c.state), c.reason || '', c.resumesAt ? when(c.resumesAt) : '',
      c.state === 'open' ? act('Pause', c.connection, `/api/connections/${encodeURIComponent(c.connection)}/pause`, {}, `${c.connection} is being paused; its queues hold what comes.`,
        asked(`Why is ${c.connection} paused? Everybody sees it.`, 'reason')) : resume(c)]), 'No connection has reported yet.')], isAsked);
  $('attention-count').textContent = status.attentionOpen ? `(${status.attentionOpen})` : '';
  document.title = `${status.attentionOpen ? `(${status.attentionOpen}) ` : ''}Integration console`;
}

function showAttention(entries, isAsked) {
  const chosen = $('class').value;
  draw('attention', [entries, shown.attention], () => entries.length === 0 ? el('p', { className: 'empty', textContent: chosen ? 'Nothing of this kind.' : 'Nothing needs a person.' })
    : [el('ul', { className: 'cards' }, ...entries.map(card)), ...(entries.length >= shown.attention ? [more('attention', 'Show more that needs a person')] : [])], isAsked);
  draw('retry-all', [chosen, entries.length > 1], () => chosen && entries.length > 1 ? [act('Retry all of this kind', plain(chosen), '/api/attention/retry-all', { class: chosen },
    answer => `${answer.retried} sent again, ${answer.skipped} not.`, () => confirm(`Send every open record with "${plain(chosen)}" again?`) ? {} : null)] : [], isAsked);
}

function showOrders(records, isAsked) {
  const number = $('number').value.trim();
  draw('orders', [records, number, shown.orders], () => [table('Orders', ['Order', 'State', 'What happened last', 'In the ERP', 'When'],
    records.map(r => [openLink(r), state(r.state), r.summary, r.erpNumber || '', when(r.lastAt)]),
    number ? `No order ${number} has been seen here, by the shop's number or the ERP's. If it is new, look whether the shop's connection is open.` : 'No orders here.'),
    ...(records.length >= shown.orders ? [more('orders', 'Show more orders')] : [])], isAsked);
}

async function showRecord(isAsked) {
  const parts = location.hash.slice(1).split('/').map(decodeURIComponent);
  if (parts.length !== 3) { $('record').hidden = true; drawn.timeline = null; return; }
  const { record: r, timeline, attention } = await call(`/api/records/${parts.map(encodeURIComponent).join('/')}`);
  const name = r.number || r.recordId, base = `/api/orders/${encodeURIComponent(r.pair)}/${encodeURIComponent(r.recordId)}`;
  const waiting = attention.filter(a => a.state !== 'settled');
  $('record').hidden = false;
  $('record-title').textContent = `Order ${name}`;
  $('record-state').replaceChildren(state(r.state), `${r.erpNumber ? ` · ${r.erpNumber} in the ERP` : ''} · ${r.pair} · `, el('a', { href: '#', textContent: 'Close' }));
  draw('record-attention', waiting, () => waiting.length ? [el('ul', { className: 'cards' }, ...waiting.map(card))] : [], isAsked);
  draw('record-actions', [r.state, name], () => el('div', { className: 'actions' },
    ...(r.state === 'held' ? [act('Let it go on', name, `${base}/release`, {}, `${name} goes on.`)] : []), act('Read it again in the shop', name, `${base}/reread`, {}, `${name} is read again.`)), isAsked);
  draw('timeline', timeline, () => timeline.map((t, i) => el('li', {}, when(t.at), t.summary,
    ...t.calls.map(c => el('code', { className: c.status === 0 || c.status >= 400 ? 'failed' : '', textContent: `${c.connection}: ${c.method} ${c.target} → ${c.status || 'no answer'} in ${c.milliseconds} ms${c.note ? ` (${c.note})` : ''}` })),
    ...(t.traceId && t.traceId !== timeline[i + 1]?.traceId ? [el('span', { className: 'meta', textContent: ` trace ${t.traceId}` })] : []))), isAsked);
}

async function refresh(isAsked) {
  const [status, attention, orders] = await Promise.all([
    call('/api/status'), call(`/api/attention?take=${Math.min(shown.attention, 500)}&class=${encodeURIComponent($('class').value)}`),
    call(`/api/records?take=${Math.min(shown.orders, 500)}&number=${encodeURIComponent($('number').value.trim())}&state=${encodeURIComponent($('state').value)}`)]);
  showStatus(status, isAsked); showAttention(attention, isAsked); showOrders(orders, isAsked);
  await showRecord(isAsked);
  if (!isAsked && $('trouble').textContent.startsWith('The console does not answer')) say('');
  return orders;
}

const load = isAsked => refresh(isAsked).catch(error => complain(error.message));
$('search').addEventListener('submit', async event => {
  event.preventDefault();
  $('state').value = '';
  const orders = await load(true);
  if (!orders || !$('number').value.trim()) return;
  if (orders.length === 1) { location.hash = address(orders[0]); return; }
  say(orders.length ? `${orders.length} orders have this number.` : `No order ${$('number').value.trim()} has been seen.`);
  $('orders-title').scrollIntoView();
});
$('who').addEventListener('submit', event => { event.preventDefault(); load(true).then(ok => { if (ok) { $('key-field').hidden = true; say(''); } }); });
for (const id of ['state', 'class']) $(id).addEventListener('change', () => load(true));
for (const id of ['filter', 'attention-filter']) $(id).addEventListener('submit', event => event.preventDefault());
// The address keeps the open order, so the skip link must not replace it.
document.querySelector('.skip').addEventListener('click', event => { event.preventDefault(); $('main').focus(); });
$('operator').value = localStorage.getItem('operator') || '';
$('operator').addEventListener('change', () => localStorage.setItem('operator', $('operator').value.trim()));
$('key').value = sessionStorage.getItem('key') || '';
$('key').addEventListener('change', () => sessionStorage.setItem('key', $('key').value));
addEventListener('hashchange', () => showRecord(true)
  .then(() => { say(''); const title = $($('record').hidden ? 'attention-title' : 'record-title'); title.focus(); title.scrollIntoView({ block: 'nearest' }); }).catch(error => complain(error.message)));
setInterval(() => { if (!document.hidden && !($('key').value === '' && !$('key-field').hidden)) load(false); }, 5000);
load(true);
