using System.Runtime.CompilerServices;
using Integration.Connectors.Outcomes;
using Integration.Connectors.Ports;
using Integration.Dynamics.Finance.Protocol;
using Integration.Dynamics.Finance.SalesOrders;
using Integration.Dynamics.Protocol;

namespace Integration.Dynamics.Finance.Fulfilment;

/// <summary>
/// Lists all open orders that carry a customer reference, with everything that counts as a change: these entities have no change stamps. The lines of a page of headers are read by the range
/// of its numbers, in which lines of others may stand too.
/// </summary>
internal sealed class OrderSweep(FinanceClient client, DynamicsSettings settings)
{
    /// <summary>The pages; a failed one is the last.</summary>
    public async IAsyncEnumerable<ChangePage> PagesAsync([EnumeratorCancellation] CancellationToken ct)
    {
        var query = new EntityQuery
        {
            Filter = Filter.All(FinanceFilter.EqualEnum("SalesOrderStatus", "SalesStatus", "Backorder"), Filter.NotEmpty("CustomersOrderReference")),
            Select = ListedOrder.HeaderFields, OrderBy = "SalesOrderNumber", PageSize = settings.PageSize,
        };
        await foreach (var page in client.PagesAsync(settings.HeaderEntity, query, ct))
        {
            var (records, failure) = page.Failure is { } unread ? ([], unread) : await RecordsAsync(page.Records, ct);
            yield return new ChangePage(records, page.SourceTime, Last: failure is null && page.Next is null, failure) { IsWhole = true };
            if (failure is not null) yield break;
        }
    }

    private async Task<(IReadOnlyList<ChangedRecord> Records, WriteOutcome? Failure)> RecordsAsync(IReadOnlyList<FinanceRecord> headers, CancellationToken ct)
    {
        if (headers.Count == 0) return ([], null);
        var range = Filter.Between("SalesOrderNumber", headers[0].Text("SalesOrderNumber"), headers[^1].Text("SalesOrderNumber"));
        var lines = await client.AllAsync(settings.LineEntity, new EntityQuery { Filter = range, Select = ListedOrder.LineFields }, ct);
        if (lines.Failure is { } failure) return ([], failure);
        var byOrder = lines.Records.ToLookup(line => line.Text("SalesOrderNumber"), StringComparer.OrdinalIgnoreCase);
        return ([.. headers.Select(header => Record(header, byOrder[header.Text("SalesOrderNumber")]))], null);
    }

    private static ChangedRecord Record(FinanceRecord header, IEnumerable<FinanceRecord> lines) => new(header.Text("SalesOrderNumber"), header.Moment("OrderCreationDateTime") ?? DateTimeOffset.UnixEpoch)
    {
        Content = ListedOrder.Content(header, lines),
    };
}
