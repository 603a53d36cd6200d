/** The plain first page: dossiers, their papers to open, findings, and the events raised; no script needed. */
import { Hono } from 'hono';
import { html, raw } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';
import type { PublishedEvent } from '../../../events/envelope.ts';
import type { Batch } from '../../../shared/domain/batch.ts';
import {
  currentFiles,
  type Dossier,
  type DossierFile,
  type DossierState,
} from '../../../shared/domain/dossier.ts';
import type { Finding, Verdict } from '../../../shared/domain/finding.ts';
import type { DossierId } from '../../../shared/domain/ids.ts';
import type { Paper, PaperField } from '../../../shared/domain/paper.ts';
import { vietnamDateTime } from '../../../shared/domain/vietnam-time.ts';
import { DigitizationError } from '../../../shared/errors/digitization-error.ts';
import type { ApiOffice } from '../api-office.ts';
import { STYLE } from './first-page-style.ts';

type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

const LISTED = 200;
/** Confidence from which a field is taken as read. */
const SURE = 90;

const VERDICTS: Readonly<Record<Verdict, string>> = {
  clean: 'Đạt',
  'needs-review': 'Cần xem lại',
  rescan: 'Cần quét lại',
};

const STATES: Readonly<Record<DossierState, string>> = {
  assembling: 'Đang ghép tệp',
  digitized: 'Đã số hóa',
  'awaiting-rescan': 'Chờ quét lại',
  unassigned: 'Chưa rõ hồ sơ nào',
  emptied: 'Đã chuyển sang hồ sơ khác',
  withdrawn: 'Đã rút hồ sơ',
};

export function firstPage(office: ApiOffice): Hono {
  const { repository } = office;
  return new Hono()
    .get('/style.css', (context) => context.body(STYLE, 200, { 'content-type': 'text/css; charset=utf-8' }))
    .get('/', async (context) => {
      const dossiers = (await repository.listDossiers(LISTED)).filter(
        (dossier) => dossier.state !== 'emptied',
      );
      const open = (await repository.listBatches(LISTED)).filter((batch) => batch.dossierIds.length === 0);
      return context.html(
        document('Hồ sơ đã số hóa', html`${deliveries(open)}${dossierTable(dossiers)}`, open.length > 0),
      );
    })
    .get('/dossiers/:id', async (context) => {
      const dossier = await repository.dossier(context.req.param('id') as DossierId);
      if (!dossier) throw new DigitizationError('record-missing');
      const events = dossier.dossierCode ? await office.publisher.journal(LISTED, dossier.dossierCode) : [];
      const title = dossier.dossierCode ?? 'Hồ sơ chưa rõ mã';
      return context.html(document(title, dossierView(dossier, events), dossier.state === 'assembling'));
    });
}

/** Work under way shows itself without a script: the page loads again every few seconds. */
function document(title: string, body: Html, refreshes: boolean): Html {
  return html`<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
${refreshes ? raw('<meta http-equiv="refresh" content="3">') : ''}
<title>${title}</title>
<link rel="stylesheet" href="/style.css">
</head>
<body>
<header><a href="/">Số hóa hồ sơ bưu chính công ích</a></header>
<main>${body}</main>
</body>
</html>`;
}

function deliveries(batches: readonly Batch[]): Html | string {
  if (batches.length === 0) return '';
  return html`<section aria-labelledby="under-way"><h2 id="under-way">Đang xử lý</h2>
<ul>${batches.map((batch) => html`<li>${batch.manifest?.dossierCode ?? batch.batchId} – nhận lúc ${vietnamDateTime(new Date(batch.openedAt))}</li>`)}</ul></section>`;
}

function dossierTable(dossiers: readonly Dossier[]): Html {
  if (dossiers.length === 0) {
    return html`<p class="empty">Chưa có hồ sơ nào. Đặt một thư mục hồ sơ vào hộp thư đến để bắt đầu.</p>`;
  }
  return html`<h1>Hồ sơ</h1>
<table>
<thead><tr><th>Mã hồ sơ</th><th>Thủ tục</th><th>Trạng thái</th><th>Kết luận</th><th class="number">Giấy tờ</th><th class="number">Trang</th><th class="number">Lưu ý</th><th>Cập nhật</th></tr></thead>
<tbody>${dossiers.map(
    (dossier) => html`<tr>
<td><a href="/dossiers/${encodeURIComponent(dossier.dossierId)}">${dossier.dossierCode ?? '(chưa rõ mã)'}</a></td>
<td>${dossier.manifest.procedureName ?? dossier.manifest.procedureCode ?? ''}</td>
<td>${STATES[dossier.state]}</td>
<td>${verdictBadge(dossier.verdict)}</td>
<td class="number">${dossier.papers.length}</td><td class="number">${dossier.pages.length}</td><td class="number">${dossier.findings.length}</td>
<td>${vietnamDateTime(new Date(dossier.updatedAt))}</td></tr>`,
  )}</tbody></table>`;
}

function dossierView(dossier: Dossier, events: readonly PublishedEvent[]): Html {
  const files = currentFiles(dossier).filter((file) => file.role === 'paper');
  const inPapers = new Set(dossier.papers.flatMap((paper) => paper.pageIds));
  const sheets = dossier.pages.filter((page) => !inPapers.has(page.pageId));
  return html`<h1>${dossier.dossierCode ?? 'Hồ sơ chưa rõ mã'} ${verdictBadge(dossier.verdict)}</h1>
<p>${dossier.manifest.procedureName ?? ''} · ${STATES[dossier.state]} · lần ${dossier.revision} · ${vietnamDateTime(new Date(dossier.updatedAt))}</p>
<section aria-labelledby="findings"><h2 id="findings">Lưu ý</h2>${findingList(dossier.findings)}</section>
<section aria-labelledby="papers"><h2 id="papers">Giấy tờ</h2>
${files.map((file) =>
  paperCard(
    file,
    dossier.papers.find((paper) => paper.paperId === file.paperIds[0]),
  ),
)}
${dossier.missing.map((missing) => html`<article class="paper missing"><h3>${missing.name}</h3><p>Chưa có trong hồ sơ.</p></article>`)}
</section>
<section aria-labelledby="sheets"><h2 id="sheets">Tờ bìa, tờ phân cách, trang trắng</h2>
<div class="pictures">${sheets.map((page) => picture(page.pageId, page.pageType))}</div></section>
<section aria-labelledby="events"><h2 id="events">Sự kiện</h2>${eventTable(events)}</section>`;
}

function findingList(findings: readonly Finding[]): Html {
  if (findings.length === 0) return html`<p>Không có.</p>`;
  return html`<ul class="findings">${findings.map((finding) => html`<li class="${finding.severity}">${finding.message}</li>`)}</ul>`;
}

function paperCard(file: DossierFile, paper: Paper | undefined): Html {
  const size = file.bytes
    ? `${Math.max(1, Math.round(file.bytes / 1024)).toLocaleString('vi-VN')} kB`
    : 'đang ghép';
  return html`<article class="paper">
<h3>${file.state === 'assembled' ? html`<a href="/files/${encodeURIComponent(file.fileId)}">${file.name}</a>` : file.name}</h3>
<p>${file.pageIds.length} trang · ${size}${file.signed ? ' · có chữ ký số, giữ nguyên' : ''}</p>
<div class="pictures">${file.pageIds.map((pageId, index) => picture(pageId, `Trang ${index + 1}`))}</div>
${fieldList(paper?.fields ?? [])}
</article>`;
}

/** What a person should look at twice is marked by how sure the reading is. */
function fieldList(fields: readonly PaperField[]): Html | string {
  if (fields.length === 0) return '';
  return html`<details><summary>${fields.length} trường đã đọc</summary><table class="fields"><tbody>${fields.map(
    ({ name, value, confidence }) =>
      html`<tr class="${confidence >= SURE ? 'sure' : 'doubtful'}"><th>${name}</th><td>${value}</td><td class="number">${Math.round(confidence)}</td></tr>`,
  )}</tbody></table></details>`;
}

function picture(pageId: string, caption: string): Html {
  return html`<figure><img src="/pages/${encodeURIComponent(pageId)}/thumbnail" alt="${caption}" loading="lazy" width="110"><figcaption>${caption}</figcaption></figure>`;
}

function eventTable(events: readonly PublishedEvent[]): Html {
  if (events.length === 0) return html`<p>Chưa có.</p>`;
  return html`<table><thead><tr><th>Lúc</th><th>Sự kiện</th><th>Mã sự kiện</th></tr></thead>
<tbody>${events.map((event) => html`<tr><td>${vietnamDateTime(new Date(event.occurredAt))}</td><td>${event.eventType} v${event.eventVersion}</td><td><code>${event.eventId}</code></td></tr>`)}</tbody></table>`;
}

function verdictBadge(verdict: Verdict): Html {
  return html`<span class="badge ${verdict}">${VERDICTS[verdict]}</span>`;
}
