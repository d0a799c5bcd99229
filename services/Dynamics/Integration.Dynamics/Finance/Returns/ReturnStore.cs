using Integration.Connectors.Outcomes;
using Integration.Dynamics.Finance.Protocol;
using Integration.Dynamics.Finance.SalesOrders;
using Integration.Dynamics.Protocol;

namespace Integration.Dynamics.Finance.Returns;

/// <summary>Reads return orders. By filter, never by key: an address by key that is not found does not tell a missing return from a missing entity.</summary>
internal sealed class ReturnStore(FinanceClient client)
{
    /// <summary>Headers that carry a reference.</summary>
    public Task<ODataPage<FinanceRecord>> WithReferenceAsync(string reference, CancellationToken ct) => HeadersAsync("CustomersOrderReference", reference, ct);

    /// <summary>One return order; null when it is not there.</summary>
    public async Task<(StoredReturn? Return, WriteOutcome? Failure)> ReadAsync(string number, CancellationToken ct)
    {
        var headers = await HeadersAsync(StoredReturn.NumberField, number, ct);
        if (headers.Failure is { } failure) return (null, failure);
        return headers.Records is [var header, ..] ? await WithLinesAsync(header, ct) : (null, null);
    }

    /// <summary>A header with its lines.</summary>
    public async Task<(StoredReturn? Return, WriteOutcome? Failure)> WithLinesAsync(FinanceRecord header, CancellationToken ct)
    {
        var number = header.Text(StoredReturn.NumberField);
        var page = await client.AllAsync(StoredReturn.LineSet, new EntityQuery { Filter = Filter.Equal(StoredReturn.NumberField, number), Select = StoredReturn.LineFields }, ct);
        if (page.Failure is { } failure) return (null, failure);
        return (new StoredReturn(header, [.. page.Records
            .Where(line => OrderComparison.Same(line.Text(StoredReturn.NumberField), number))
            .OrderBy(line => line.Number("LineCreationSequenceNumber") ?? 0)]), null);
    }

    // F&O takes a star as a wildcard and no account of case, so what it found is compared.
    private async Task<ODataPage<FinanceRecord>> HeadersAsync(string field, string value, CancellationToken ct)
    {
        var page = await client.AllAsync(StoredReturn.Headers, new EntityQuery { Filter = Filter.Equal(field, value), Select = StoredReturn.HeaderFields }, ct);
        return page with { Records = [.. page.Records.Where(header => OrderComparison.Same(header.Text(field), value))] };
    }
}
