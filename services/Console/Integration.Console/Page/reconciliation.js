'use strict';
const $ = id => document.getElementById(id);
const el = (name, props = {}, ...children) => { const node = Object.assign(document.createElement(name), props); node.append(...children); return node; };
const say = text => { $('message').textContent = text; $('trouble').textContent = ''; };
const complain = text => { $('message').textContent = ''; $('trouble').textContent = text; };
const plain = code => code.replaceAll('-', ' ').replace(/\berp\b/, 'ERP');
const when = iso => el('time', { dateTime: iso, title: iso, textContent: new Date(iso).toLocaleString([], { dateStyle: 'medium', timeStyle: 'short' }) });
const drawn = {};

async function call(path, body) {
  const headers = { 'Content-Type': 'application/json', 'X-Operator': encodeURIComponent($('operator').value.trim()) };
  if ($('key').value) headers['X-Api-Key'] = $('key').value;
  const answer = await fetch(path, body === undefined ? { headers } : { method: 'POST', headers, body: JSON.stringify(body) })
    .catch(() => { throw new Error('The console does not answer. What you see may be old; it tries again by itself.'); });
  if (answer.ok) return answer.json();
  if (answer.status === 401) { $('key-field').hidden = false; throw new Error($('key').value ? 'That is not the API key of this console.' : 'This console needs its API key: enter it above.'); }
  const problem = await answer.json().catch(() => ({}));
  throw new Error(problem.detail || `The console answered ${answer.status}.`);
}

// A part is drawn anew only when it changed, and not under somebody's hands.
function draw(id, what, make) {
  const text = JSON.stringify(what), part = $(id);
  if (drawn[id] === text || part.contains(document.activeElement)) return;
  drawn[id] = text;
  part.replaceChildren(...[make()].flat());
}

function table(name, heads, rows, empty) {
  if (rows.length === 0) return el('p', { className: 'empty', textContent: empty });
  const role = (node, value) => { node.setAttribute('role', value); return node; };
  const cell = (content, i) => { const td = role(el('td', {}, content), 'cell'); td.dataset.label = heads[i]; return td; };
  return role(el('table', { ariaLabel: name }, role(el('thead', {}, role(el('tr', {}, ...heads.map(text => role(el('th', { scope: 'col', textContent: text }), 'columnheader'))), 'row')), 'rowgroup'),
    role(el('tbody', {}, ...rows.map(cells => role(el('tr', {}, ...cells.map(cell)), 'row'))), 'rowgroup')), 'table');
}

const tones = { healed: 'completed', open: 'attention', 'false-alarm': 'held', healing: 'held', 'in-flight': 'held', seen: 'held', done: 'completed', failed: 'denied' };
// What needs a person stands first, what came to nothing last.
const order = ['open', 'healing', 'seen', 'in-flight', 'healed', 'false-alarm', 'explained', 'vanished'];
const words = { open: 'needs a person', healing: 'being mended', 'in-flight': 'on its way', seen: 'looked at again', vanished: 'gone at the second look' };
const mark = text => el('span', { className: `state ${tones[text] || ''}`, textContent: words[text] || plain(text) });
const days = run => run.firstDay === run.lastDay ? run.firstDay : `${run.firstDay} to ${run.lastDay}`;
const figures = run => `${run.checked} compared, ${run.found} different: ${run.healed} mended, ${run.remaining} left${run.falseAlarms ? `, ${run.falseAlarms} false alarms` : ''}${run.explained ? `, ${run.explained} explained` : ''}${run.inFlight ? `, ${run.inFlight} on their way` : ''}`;
const digits = value => value.toLocaleString([], { maximumFractionDigits: 6 });
// Money has the decimals of its currency; more are shown when there are more, since they are what differs.
function amount(value, currency) {
  if (value === undefined || value === null) return '';
  if (!/^[A-Z]{3}$/.test(currency)) return digits(value);
  return value.toLocaleString([], { style: 'currency', currency, currencyDisplay: 'code', maximumFractionDigits: 6 });
}
// Only money is added up: levels of different things make no sum that means anything.
const sum = (count, value, t) => t.currency ? `${count}: ${amount(value, t.currency)}` : `${count}`;

function record(finding, pair) {
  const name = finding.number || finding.key;
  return finding.entity === 'order' && finding.storeId
    ? el('a', { href: `/#${[pair, 'order', finding.storeId].map(encodeURIComponent).join('/')}`, textContent: name }) : name;
}

async function showRun() {
  const id = location.hash.slice(1);
  $('run').hidden = !/^[0-9a-f]{32}$/.test(id);
  if ($('run').hidden) return null;
  const run = await call(`/api/reconciliations/${id}`);
  $('run-title').textContent = `${run.pair}, ${days(run)}`;
  draw('run-state', [run.state, run.note, run.pass, figures(run)], () => [mark(run.state), ` · ${figures(run)} · look ${run.pass} · asked for by ${run.operator}${run.note ? ` · ${run.note}` : ''}`]);
  draw('run-files', id, () => [el('a', { href: `/api/reconciliations/${id}`, textContent: 'As JSON' }), ' · ', el('a', { href: `/api/reconciliations/${id}/findings.csv`, textContent: 'Differences as CSV', download: `reconciliation-${run.firstDay}.csv` }),
    ' · ', el('a', { href: `/api/reconciliations/${id}/totals.csv`, textContent: 'Totals as CSV', download: `totals-${run.firstDay}.csv` })]);
  const apart = run.lists.filter(list => list.state !== 'done');
  draw('totals', [run.totals, apart], () => [
    table('Totals of both sides', ['What', 'By', 'Storefront', 'ERP', 'Difference'], run.totals.map(t => [
      plain(t.entity), t.group, sum(t.storeCount, t.storeAmount, t), sum(t.erpCount, t.erpAmount, t),
      t.storeCount === t.erpCount && (!t.currency || t.storeAmount === t.erpAmount) ? 'none' : sum(t.storeCount - t.erpCount, Math.round((t.storeAmount - t.erpAmount) * 1e6) / 1e6, t)]), 'Nothing was compared yet.'),
    ...(apart.length ? [el('p', { className: 'meta', textContent: `Not compared: ${apart.map(l => `${plain(l.entity)} (${l.side}: ${l.note || (l.state === 'none' ? 'has no list' : 'still being read')})`).join(', ')}` })] : [])]);
  draw('settled', run.settlement, () => run.settlement.length === 0 ? [] : [
    table('Settlement file', ['Provider', 'Captured', 'Refunded', 'Fees', 'Left', 'Paid out', 'Difference', 'Storefront', 'ERP'], run.settlement.map(s => [
      s.provider, `${s.captures}: ${amount(s.captured, s.currency)}`, `${s.refunds}: ${amount(s.refunded, s.currency)}`, amount(s.fees, s.currency), amount(s.expected, s.currency),
      amount(s.payout, s.currency), s.difference === 0 ? 'none' : amount(s.difference, s.currency), `${amount(s.storeCaptured, s.currency)} − ${amount(s.storeRefunded, s.currency)}`, `${amount(s.erpCaptured, s.currency)} − ${amount(s.erpRefunded, s.currency)}`]), '')]);
  draw('findings', run.findings, () => table('Differences', ['Record', 'What', 'Cause', 'State', 'Storefront', 'ERP', 'In words'], [...run.findings].sort((a, b) => order.indexOf(a.state) - order.indexOf(b.state)).map(f => [
    record(f, run.pair), plain(f.entity), plain(f.cause), mark(f.state), amount(f.storeAmount, f.currency), f.erpId ? `${f.erpId} ${amount(f.erpAmount, f.currency)}`.trim() : '', f.words]),
    run.finishedAt ? 'None: both sides agree.' : 'None seen yet.'));
  return run;
}

async function refresh() {
  const [status, runs] = await Promise.all([call('/api/status'), call('/api/reconciliations?take=30')]);
  const pairs = status.pairs.map(pair => pair.pair);
  draw('pair', pairs, () => pairs.map(pair => el('option', { value: pair, textContent: pair })));
  draw('runs', runs, () => table('Reconciliations', ['Began', 'Pair', 'Days', 'State', 'Result'], runs.map(run => [
    el('a', { href: `#${run.id}` }, when(run.startedAt)), run.pair, days(run), mark(run.state), figures(run)]), 'Nothing was reconciled yet.'));
  await showRun();
  if ($('trouble').textContent.startsWith('The console does not answer')) say('');
}

const load = () => refresh().catch(error => complain(error.message));
$('start').addEventListener('submit', async event => {
  event.preventDefault();
  if (!$('operator').value.trim()) { complain('Write your name first: every action is recorded with it.'); $('operator').focus(); return; }
  try {
    const file = $('settlement').files[0];
    const run = await call('/api/reconciliations', { pair: $('pair').value, day: $('day').value || null, heal: $('heal').checked ? null : false, settlement: file ? await file.text() : null });
    $('settlement').value = '';
    say('The comparison began.');
    location.hash = run.id;
  } catch (error) { complain(error.message); }
});
$('who').addEventListener('submit', event => { event.preventDefault(); load().then(() => { if (!$('trouble').textContent) { $('key-field').hidden = true; say(''); } }); });
document.querySelector('.skip').addEventListener('click', event => { event.preventDefault(); $('main').focus(); });
$('operator').value = localStorage.getItem('operator') || '';
$('operator').addEventListener('change', () => localStorage.setItem('operator', $('operator').value.trim()));
$('key').value = sessionStorage.getItem('key') || '';
$('key').addEventListener('change', () => sessionStorage.setItem('key', $('key').value));
addEventListener('hashchange', () => showRun().then(run => { if (run) { $('run-title').focus(); $('run-title').scrollIntoView({ block: 'nearest' }); } }).catch(error => complain(error.message)));
setInterval(() => { if (!document.hidden) load(); }, 3000);
load();
