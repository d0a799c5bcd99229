using System.Globalization;
using System.Runtime.CompilerServices;
using Integration.Connectors.Outcomes;
using Integration.Connectors.Ports;
using Integration.Dynamics.Finance.Protocol;
using Integration.Dynamics.Protocol;

namespace Integration.Dynamics.Finance.Returns;

/// <summary>
/// Lists all open return orders, whoever entered them, with everything that counts as a change: these entities have no change stamps. Pages go by number and not by the server's link, so
/// that a return that is closed meanwhile moves nothing out of sight. Then those that were credited in the last days: one that was entered and closed between two sweeps was never seen open.
/// </summary>
internal sealed class ReturnSweep(FinanceClient client, CreditNoteList notes, DynamicsSettings settings)
{
    private static readonly string Open = Filter.Any([.. ((string[])["None", "Created", "Open"]).Select(status => FinanceFilter.EqualEnum("ReturnStatus", "ReturnStatusHeader", status))]);

    /// <summary>The pages; a failed one is the last.</summary>
    public async IAsyncEnumerable<ChangePage> PagesAsync(DateTimeOffset since, [EnumeratorCancellation] CancellationToken ct)
    {
        var open = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (var (after, last) = ("", false); !last;)
        {
            var headers = await client.ListAsync(StoredReturn.Headers, new EntityQuery
            {
                Filter = after.Length == 0 ? Open : Filter.All(Open, Filter.After(StoredReturn.NumberField, after)),
                Select = [StoredReturn.NumberField, "CustomersOrderReference", "CurrencyCode", "ReturnStatus"], OrderBy = StoredReturn.NumberField, Top = settings.PageSize,
            }, ct);
            var (records, failure) = headers.Failure is { } unread ? ([], unread) : await RecordsAsync(headers.Records, ct);
            last = failure is not null || headers.Records.Count == 0 || (headers.Records.Count < settings.PageSize && headers.Next is null);
            yield return new ChangePage(records, headers.SourceTime, Last: false, failure) { IsWhole = true };
            if (failure is not null) yield break;
            open.UnionWith(records.Select(record => record.Id));
            if (!last) after = headers.Records[^1].Text(StoredReturn.NumberField);
        }

        var credited = await ODataPaging.AllAsync(notes.SinceAsync(since, ct), ct);
        yield return new ChangePage(credited.Failure is null ? [.. Credited(credited.Records, open)] : [], credited.SourceTime, Last: credited.Failure is null, credited.Failure) { IsWhole = true };
    }

    private async Task<(IReadOnlyList<ChangedRecord> Records, WriteOutcome? Failure)> RecordsAsync(IReadOnlyList<FinanceRecord> headers, CancellationToken ct)
    {
        if (headers.Count == 0) return ([], null);
        var range = Filter.Between(StoredReturn.NumberField, headers[0].Text(StoredReturn.NumberField), headers[^1].Text(StoredReturn.NumberField));
        var lines = await client.AllAsync(StoredReturn.LineSet, new EntityQuery
        {
            Filter = range, Select = [StoredReturn.NumberField, "ReturnInventoryLotId", "ItemNumber", StoredReturn.Quantity, "LineAmount", "ReturnStatus"],
        }, ct);
        if (lines.Failure is { } failure) return ([], failure);
        var byReturn = lines.Records.ToLookup(line => line.Text(StoredReturn.NumberField), StringComparer.OrdinalIgnoreCase);
        return ([.. headers.Select(header => new ChangedRecord(header.Text(StoredReturn.NumberField), DateTimeOffset.UnixEpoch) { Content = Content(header, byReturn[header.Text(StoredReturn.NumberField)]) })], null);
    }

    // Not every one is a return order's: a sales order with negative lines is looked at once, and is none.
    private static IEnumerable<ChangedRecord> Credited(IReadOnlyList<FinanceRecord> notes, HashSet<string> open) => notes
        .Where(note => note.Text("SalesOrderNumber") is { Length: > 0 } number && !open.Contains(number)).GroupBy(note => note.Text("SalesOrderNumber"), StringComparer.OrdinalIgnoreCase)
        .Select(order => new ChangedRecord(order.Key, DateTimeOffset.UnixEpoch) { Content = string.Join('\n', order.Select(note => note.Text("InvoiceNumber")).Order(StringComparer.Ordinal).Prepend("credited")) });

    private static string Content(FinanceRecord header, IEnumerable<FinanceRecord> lines) => string.Join('\n',
    [
        header.Text("CustomersOrderReference"), header.Text("CurrencyCode"), header.Text("ReturnStatus"),
        .. lines.Select(line => string.Join('\t', line.Text("ReturnInventoryLotId"), line.Text("ItemNumber"), Text(line.Number(StoredReturn.Quantity)), Text(line.Number("LineAmount")), line.Text("ReturnStatus"))).Order(StringComparer.Ordinal),
    ]);

    private static string Text(decimal? value) => (value ?? 0).ToString("0.############", CultureInfo.InvariantCulture);
}
