using System.Text.Json.Nodes;
using Integration.Sandbox.Dynamics.Finance.Ledger;
using Integration.Sandbox.Dynamics.Finance.Records;
using Integration.Sandbox.Dynamics.Finance.Schema;

namespace Integration.Sandbox.Dynamics.Finance.Control;

/// <summary>Plays the batch job that posts journals.</summary>
internal sealed class Accounting(Books books)
{
    /// <summary>Posts a journal, or all that have lines and are not posted; tells what was posted and what was refused.</summary>
    public Task<JsonObject> PostAsync(string company, string? journal, CancellationToken cancellationToken) => books.SaveAsync(
        save =>
        {
            var open = ((string[])[Tables.PaymentJournals, Tables.Journals]).SelectMany(table => save.All(table, company))
                .Where(row => !row.Is("IsPosted") && (journal is null || row.Text(JournalRules.Batch) == journal)).ToList();
            if (journal is not null && open.Count == 0)
            {
                throw FinanceFault.Plain(404, $"There is no open journal {journal}.");
            }

            var (posted, refused) = (new JsonArray(), new JsonArray());
            foreach (var row in open)
            {
                if (Posting.Post(save, row) is { } reason)
                {
                    refused.Add(new JsonObject { ["journalBatchNumber"] = row.Text(JournalRules.Batch), ["reason"] = reason });
                }
                else
                {
                    posted.Add(row.Text(JournalRules.Batch));
                }
            }

            return new JsonObject { ["posted"] = posted, ["refused"] = refused };
        },
        cancellationToken);
}
