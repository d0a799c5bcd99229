'use strict';
const $ = id => document.getElementById(id);
const el = (name, props = {}, ...children) => { const node = Object.assign(document.createElement(name), props); node.append(...children); return node; };
const say = text => { $('message').textContent = text; $('trouble').textContent = ''; };
const complain = text => { $('message').textContent = ''; $('trouble').textContent = text; };
const plain = code => code.replaceAll('-', ' ').replace(/\berp\b/, 'ERP');
const capital = text => text.charAt(0).toUpperCase() + text.slice(1);
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
  if (answer.ok) { const text = await answer.text(); return text ? JSON.parse(text) : null; }
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
  const held = part.contains(document.activeElement);
  part.replaceChildren(...[make()].flat());
  if (held) (part.closest('section')?.querySelector('h2') ?? $('main')).focus();
}

function table(name, heads, rows, empty) {
  if (rows.length === 0) return el('p', { className: 'empty', textContent: empty });
  const role = (node, name) => { node.setAttribute('role', name); return node; };
  const cell = (content, i) => { const td = role(el('td', {}, content), 'cell'); td.dataset.label = heads[i]; return td; };
  return role(el('table', { ariaLabel: name }, role(el('thead', {}, role(el('tr', {}, ...heads.map(text => role(el('th', { scope: 'col', textContent: text }), 'columnheader'))), 'row')), 'rowgroup'),
    role(el('tbody', {}, ...rows.map(cells => role(el('tr', {}, ...cells.map(cell)), 'row'))), 'rowgroup')), 'table');
}

const address = r => `#${[r.pair, r.entity, r.recordId].map(encodeURIComponent).join('/')}`;
// What is no record has no page of its own: a connection, a lane, a document.
const hasPage = r => ['order', 'product', 'customer', 'stock', 'payment', 'refund', 'return', 'shipment', 'invoice', 'purchase-order'].includes(r.entity);
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
      // A button that is disabled loses the focus.
      if (button.isConnected && document.activeElement === document.body) button.focus();
      // Whoever works down the list goes on at the same place in it.
      if (!button.isConnected) (home?.querySelector(`.cards > li:nth-child(${row + 1}) :is(a, button)`) ?? home?.querySelector('h2') ?? $('main')).focus();
    }
  });
  return button;
}

// What is kept is written over the other side, so that it is asked once more; the fields are named, their values are not.
function decide(a, action, side, keep, other) {
  const fields = a.reasons.map(r => r.field).filter(Boolean).join(', ');
  return act(`Keep the ${side}'s values`, `${a.number}${fields ? `, ${fields}` : ''}`, '/api/attention/decide', { ...action, keep }, `The ${side}'s values of ${a.number} are kept.`,
    () => confirm(`Keep the ${side}'s values of ${a.number}${fields ? ` (${fields})` : ''}? Those of the ${other} are written over, except in fields that the ${other} owns.`) ? {} : null);
}

const asked = (question, field) => () => { const text = prompt(question); return text === null ? null : { [field]: text.trim() }; };

function card(a) {
  const stale = Date.now() - Date.parse(a.lastAt) > 300000, retrying = a.state === 'retrying', action = { key: a.key, version: a.version };
  const times = a.times > 1 ? ` · ${a.times} times` : '';
  return el('li', { className: a.state },
    el('h3', {}, ...(hasPage(a) ? [...(a.entity === 'order' ? [] : [`${capital(plain(a.entity))} `]), openLink(a)] : [a.number]), el('span', { className: 'class', textContent: ` · ${plain(a.class)}` })),
    el('ul', {}, ...a.reasons.map(r => el('li', { textContent: r.field ? `${r.message} (${r.field})` : r.message }))),
    ...(a.advice ? [el('p', {}, el('strong', { textContent: 'What to do: ' }), a.advice)] : []),
    el('p', { className: 'meta' }, `${a.pair ? `${a.pair} · ` : ''}since `, when(a.firstAt), times, ...(retrying ? [' · being retried since ', when(a.lastAt)] : []), ...(a.note ? [` · ${a.note}`] : [])),
    el('div', { className: 'actions' },
      ...(a.canRetry && (!retrying || stale) ? [act(retrying ? 'Retry again' : 'Retry', a.number, '/api/attention/retry', action, `${a.number} is sent again.`)] : []),
      ...(a.canDecide && (!retrying || stale) ? [decide(a, action, 'shop', 'storefront', 'ERP'), decide(a, action, 'ERP', 'erp', 'shop')] : []),
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
  const halted = status.lanes.filter(l => l.state !== 'running'), does = { reading: 'reading', screening: 'screening', writing: 'sending on' }, lane = l => `${does[l.half] || l.half} ${l.lane} of ${l.pair}`;
  const says = text => text && !/[.!?]$/.test(text) ? `${text}.` : text || '';
  const goOn = l => act('Resume', lane(l), `/api/lanes/${[l.pair, l.lane, l.half].map(encodeURIComponent).join('/')}/resume`, {}, `${capital(lane(l))} goes on in a moment.`);
  const then = l => l.state === 'off' ? 'Hints are kept, and orders under way go on. To switch it on, set "enabled" to true in that document.'
    : `What comes waits, and nothing is lost. It goes on by itself when the rule is corrected${l.canResume ? '. If the rule is right, press Resume' : ''}.`;
  const notice = (kind, title, text, ...buttons) => el('div', { className: `notice ${kind}` }, el('p', {}, el('strong', { textContent: title }), ' ', ...text), ...buttons);
  draw('lane-trouble', halted, () => halted.map(l => notice(
    l.state, l.state === 'off' ? `${capital(l.lane)} of ${l.pair} are not read.` : `${capital(lane(l))} is ${l.state}.`, [says(l.reason), ' ', then(l)], ...(l.canResume ? [goOn(l)] : []))), isAsked);
  draw('connection-trouble', bad, () => bad.map(c => notice(
    c.state, `Connection ${c.connection} is ${c.state}.`, [says(c.reason), ...(c.resumesAt ? [' Goes on at ', when(c.resumesAt), '.'] : [])], ...(c.state === 'paused' ? [] : [resume(c)]))), isAsked);
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
  draw('retry-all', [chosen, entries.length > 1], () => chosen && entries.length > 1 ? [retryAll('Retry all of this kind', { class: chosen }, plain(chosen))] : [], isAsked);
}

const cause = f => f.table ? `${f.code ? `no row for “${f.code}” in` : 'a row is missing in'} lookup ${f.table}`
  : f.document ? `${f.rule ? `rule ${f.rule} of ` : ''}${f.document}${f.version ? `, version ${f.version}` : ''}` : '';
const about = f => [f.class ? plain(f.class) : '', cause(f)].filter(Boolean).join(': ') || 'everything';

const retryAll = (label, filter, name) => act(label, name, '/api/attention/retry-all', filter, 'They are being sent again; the bar under “Needs a person” shows how far it is.',
  () => confirm(`Send every open record with "${name}" again?`) ? {} : null);

function showGroups(groups, isAsked) {
  const shownGroups = groups.filter(g => cause(g.filter) || g.entries > 1);
  draw('groups', shownGroups, () => shownGroups.length === 0 ? [] : [table('What they wait for', ['What is wrong', 'Cause', 'Pair', 'Records', ''], shownGroups.map(g => [
    plain(g.filter.class), cause(g.filter), g.filter.pair || '', g.open < g.entries ? `${g.entries}, ${g.entries - g.open} not open` : g.entries,
    g.open ? retryAll('Retry all', g.filter, about(g.filter)) : '']), '')], isAsked);
}

// Updated in place, so that it moves under a focused button too.
function showRetries(retries) {
  const list = $('retries'), running = r => r.state === 'claiming' || r.state === 'sending';
  const seen = retries.filter(r => running(r) || Date.now() - Date.parse(r.finishedAt) < 60000);
  for (const li of [...list.children]) {
    if (seen.some(r => r.id === li.dataset.id)) continue;
    if (li.contains(document.activeElement)) $('attention-title').focus();
    li.remove();
  }
  for (const r of seen) {
    const name = about(r.filter);
    let li = [...list.children].find(one => one.dataset.id === r.id);
    if (!li) {
      li = el('li', {}, el('h3', { textContent: `Sending again: ${name}` }), el('progress', { ariaLabel: `Sending again: ${name}` }), el('p', { className: 'meta' }),
        el('div', { className: 'actions' }, act('Stop', name, `/api/retries/${r.id}/cancel`, {}, 'No more of them are sent; what was sent stays sent.')));
      li.dataset.id = r.id;
      list.append(li);
    }
    const bar = li.querySelector('progress');
    if (r.state === 'claiming') bar.removeAttribute('value'); else Object.assign(bar, { max: Math.max(r.found, 1), value: r.found ? r.sent + r.skipped : 1 });
    li.querySelector('p').textContent = `${r.sent} of ${r.found} sent${r.skipped ? `, ${r.skipped} passed over (somebody acted on them first)` : ''} · ${r.state} · started by ${r.operator}`;
    li.className = running(r) ? '' : 'retrying';
    const stop = li.querySelector('.actions');
    if (!running(r) && !stop.hidden) {
      if (stop.contains(document.activeElement)) $('attention-title').focus();
      stop.hidden = true;
      load(true);
    }
  }
  if (seen.some(running) && !showRetries.timer) {
    showRetries.timer = setTimeout(() => { showRetries.timer = 0; call('/api/retries?take=20').then(showRetries).catch(() => load(false)); }, 1000);
  }
}

async function showDocuments(pairs, isAsked) {
  if (!isAsked && Date.now() - (showDocuments.at || 0) < 60000) return;
  showDocuments.at = Date.now();
  // A console without the pair files has no list to show.
  const lists = await Promise.all(pairs.map(p => call(`/api/pairs/${encodeURIComponent(p.pair)}/documents`).then(list => list.map(d => ({ ...d, pair: p.pair }))).catch(() => [])));
  const published = lists.flat();
  draw('documents', published, () => published.length === 0 ? [] : [table('Published documents', ['Document', 'Version', 'Pair', 'What', 'Who', 'When', 'Why'], published.map(d => [
    d.document, d.counts ? el('strong', { textContent: `${d.version}, counts now` }) : d.version, d.pair, { published: 'published', rolledBack: 'rolled back', found: 'written by hand' }[d.action], d.by, when(d.at), d.note]), '')], isAsked);
}

function showOrders(records, isAsked) {
  const number = $('number').value.trim();
  draw('orders', [records, number, $('entity').value, shown.orders], () => [table('Records', ['Record', 'Kind', 'State', 'What happened last', 'In the ERP', 'When'],
    records.map(r => [openLink(r), plain(r.entity), state(r.state), r.summary, r.erpNumber || '', when(r.lastAt)]),
    number ? `Nothing with the number ${number} has been seen here, by the shop's number or the ERP's. If it is new, look whether its connection is open.` : 'No records here.'),
    ...(records.length >= shown.orders ? [more('orders', 'Show more records')] : [])], isAsked);
}

async function showRecord(isAsked) {
  const parts = location.hash.slice(1).split('/').map(decodeURIComponent);
  if (parts.length !== 3) { $('record').hidden = true; drawn.timeline = null; return; }
  const { record: r, timeline, attention } = await call(`/api/records/${parts.map(encodeURIComponent).join('/')}`);
  const name = r.number || r.recordId, base = `/api/orders/${encodeURIComponent(r.pair)}/${encodeURIComponent(r.recordId)}`;
  const waiting = attention.filter(a => a.state !== 'settled');
  $('record').hidden = false;
  $('record-title').textContent = `${capital(plain(r.entity))} ${name}`;
  $('record-state').replaceChildren(state(r.state), `${r.erpNumber ? ` · ${r.erpNumber} in the ERP` : ''} · ${r.pair} · `, el('a', { href: '#', textContent: 'Close' }));
  draw('record-attention', waiting, () => waiting.length ? [el('ul', { className: 'cards' }, ...waiting.map(card))] : [], isAsked);
  // Only orders are read again from here; other records by a retry of their entry.
  draw('record-actions', [r.state, name, r.entity], () => r.entity !== 'order' ? [] : el('div', { className: 'actions' },
    ...(r.state === 'held' ? [act('Let it go on', name, `${base}/release`, {}, `${name} goes on.`)] : []), act('Read it again in the shop', name, `${base}/reread`, {}, `${name} is read again.`)), isAsked);
  draw('timeline', timeline, () => timeline.map((t, i) => el('li', {}, when(t.at), t.summary,
    ...t.calls.map(c => el('code', { className: c.status === 0 || c.status >= 400 ? 'failed' : '', textContent: `${c.connection}: ${c.method} ${c.target} → ${c.status || 'no answer'} in ${c.milliseconds} ms${c.note ? ` (${c.note})` : ''}` })),
    ...(t.traceId && t.traceId !== timeline[i + 1]?.traceId ? [el('span', { className: 'meta', textContent: ` trace ${t.traceId}` })] : []))), isAsked);
}

async function refresh(isAsked) {
  const [status, groups, retries, attention, orders] = await Promise.all([
    call('/api/status'), call(`/api/attention/groups?take=50&class=${encodeURIComponent($('class').value)}`), call('/api/retries?take=20'), call(`/api/attention?take=${Math.min(shown.attention, 500)}&class=${encodeURIComponent($('class').value)}`),
    call(`/api/records?take=${Math.min(shown.orders, 500)}&number=${encodeURIComponent($('number').value.trim())}&state=${encodeURIComponent($('state').value)}&entity=${encodeURIComponent($('entity').value)}`)]);
  showStatus(status, isAsked); showGroups(groups, isAsked); showRetries(retries); showAttention(attention, isAsked); showOrders(orders, isAsked);
  await showRecord(isAsked);
  await showDocuments(status.pairs, isAsked);
  if (!isAsked && $('trouble').textContent.startsWith('The console does not answer')) say('');
  return orders;
}

const load = isAsked => refresh(isAsked).catch(error => complain(error.message));
$('search').addEventListener('submit', async event => {
  event.preventDefault();
  $('state').value = '';
  $('entity').value = '';
  const orders = await load(true);
  if (!orders || !$('number').value.trim()) return;
  if (orders.length === 1) { location.hash = address(orders[0]); return; }
  say(orders.length ? `${orders.length} records have this number.` : `Nothing with the number ${$('number').value.trim()} has been seen.`);
  $('orders-title').scrollIntoView();
});
$('who').addEventListener('submit', event => { event.preventDefault(); load(true).then(ok => { if (ok) { $('key-field').hidden = true; say(''); } }); });
for (const id of ['state', 'entity', 'class']) $(id).addEventListener('change', () => load(true));
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
