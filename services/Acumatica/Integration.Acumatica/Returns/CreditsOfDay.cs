using System.Globalization;
using System.Runtime.CompilerServices;
using Integration.Acumatica.Protocol;
using Integration.Acumatica.Sessions;
using Integration.Connectors.Ports;
using Integration.Contracts.Returns;

namespace Integration.Acumatica.Returns;

/// <summary>Lists the credit memos and refunds of a day along their numbers; dates are stored as midnight, without a zone.</summary>
internal sealed class CreditsOfDay(EntityClient client, SessionPool sessions, int pageSize)
{
    /// <summary>The pages; a failed one is the last.</summary>
    public async IAsyncEnumerable<CreditPage> PagesAsync(DateOnly day, [EnumeratorCancellation] CancellationToken ct)
    {
        foreach (var (entity, type, date, select) in ((string, string, string, string)[])
            [
                ("SalesInvoice", CreditId.Memo, "Date", "Type,ReferenceNbr,Status,Date,Amount,Currency,ExternalRef"),
                ("Payment", CreditId.Refund, "ApplicationDate", "Type,ReferenceNbr,Status,ApplicationDate,PaymentAmount,CurrencyID,ExternalRef"),
            ])
        {
            var (after, full) = ("", true);
            while (full)
            {
                var query = new EntityQuery { Filter = Filter.All(On(date, day, type, after)), Select = select, Top = pageSize };
                var answer = await sessions.UseAsync(session => client.ListAsync(session, entity, query, ct), ct);
                if (answer.Failure is { } failure)
                {
                    yield return new CreditPage([], false, failure);
                    yield break;
                }

                full = answer.Records.Count >= pageSize;
                yield return new CreditPage([.. answer.Records.Select(record => Of(type, record)).OfType<(ErpCredit, string)>()], !full && entity == "Payment");
                if (full) after = answer.Records.Max(record => record.Text("ReferenceNbr"))!;
            }
        }
    }

    private static (ErpCredit, string)? Of(string type, EntityRecord record) =>
        CreditReading.Listed(new CreditId(type, record.Text("ReferenceNbr")), record) is { } credit ? (credit, record.Text("ExternalRef")) : null;

    private static IEnumerable<string> On(string field, DateOnly day, string type, string after)
    {
        yield return Filter.Equal("Type", type);
        yield return $"{field} ge {Midnight(day)}";
        yield return $"{field} lt {Midnight(day.AddDays(1))}";
        if (after.Length > 0) yield return Filter.After("ReferenceNbr", after);
    }

    private static string Midnight(DateOnly day) => $"datetimeoffset'{day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}T00:00:00.000Z'";
}
