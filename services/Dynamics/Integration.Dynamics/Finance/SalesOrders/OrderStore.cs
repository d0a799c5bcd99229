using Integration.Connectors.Outcomes;
using Integration.Dynamics.Finance.Protocol;
using Integration.Dynamics.Protocol;

namespace Integration.Dynamics.Finance.SalesOrders;

/// <summary>Reads sales orders. By filter, never by key: an address by key that is not found does not tell a missing order from a missing entity.</summary>
internal sealed class OrderStore(FinanceClient client, DynamicsSettings settings)
{
    private const int MostMatches = 10;

    /// <summary>Headers that carry a reference. F&amp;O takes a star as a wildcard and no account of case, so what it found is compared.</summary>
    public async Task<ODataPage<FinanceRecord>> WithReferenceAsync(string reference, CancellationToken ct)
    {
        var page = await client.ListAsync(settings.HeaderEntity, new EntityQuery
        {
            Filter = Filter.Equal("CustomersOrderReference", reference), Select = StoredOrder.HeaderFields, Top = reference.Contains('*', StringComparison.Ordinal) ? null : MostMatches,
        }, ct);
        return page with { Records = [.. page.Records.Where(header => header.Text("CustomersOrderReference").Equals(reference, StringComparison.OrdinalIgnoreCase))] };
    }

    /// <summary>One order; null when it is not there.</summary>
    /// <param name="number">Its number.</param>
    /// <param name="fields">Fields of the header beside the usual ones.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<(StoredOrder? Order, WriteOutcome? Failure)> ReadAsync(string number, IEnumerable<string> fields, CancellationToken ct)
    {
        var headers = await client.ListAsync(settings.HeaderEntity, new EntityQuery
        {
            Filter = Filter.Equal("SalesOrderNumber", number), Select = [.. StoredOrder.HeaderFields.Union(fields, StringComparer.Ordinal)], Top = number.Contains('*', StringComparison.Ordinal) ? null : MostMatches,
        }, ct);
        if (headers.Failure is { } failure) return (null, failure);
        foreach (var header in headers.Records)
        {
            if (!header.Text("SalesOrderNumber").Equals(number, StringComparison.OrdinalIgnoreCase)) continue;
            var (lines, unread) = await LinesAsync(number, ct);
            return unread is not null ? (null, unread) : (new StoredOrder(header, lines, headers.SourceTime), null);
        }

        return (null, null);
    }

    /// <summary>The lines of one order.</summary>
    public async Task<(IReadOnlyList<FinanceRecord> Lines, WriteOutcome? Failure)> LinesAsync(string number, CancellationToken ct)
    {
        var page = await client.AllAsync(settings.LineEntity, new EntityQuery { Filter = Filter.Equal("SalesOrderNumber", number), Select = StoredOrder.LineFields }, ct);
        return (StoredOrder.InOrder(page.Records.Where(line => line.Text("SalesOrderNumber").Equals(number, StringComparison.OrdinalIgnoreCase))), page.Failure);
    }

    /// <summary>Where a header is changed.</summary>
    public string Target(string number) => client.Target(settings.HeaderEntity, ("SalesOrderNumber", number));
}
