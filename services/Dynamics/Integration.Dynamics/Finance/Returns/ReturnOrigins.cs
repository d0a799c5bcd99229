using Integration.Connectors.Outcomes;
using Integration.Dynamics.Finance.Protocol;
using Integration.Dynamics.Finance.SalesOrders;
using Integration.Dynamics.Protocol;

namespace Integration.Dynamics.Finance.Returns;

/// <summary>
/// Finds the sale that goods came back from: by the lots that the lines name (people's <i>Find sales order</i> writes them), else by the customer requisition, in which other
/// connectors note the order's number, else by our reference.
/// </summary>
internal sealed class ReturnOrigins(FinanceClient client, OrderStore orders, DynamicsSettings settings)
{
    private const int LotsOfOneCall = 20;

    /// <summary>The numbers of the orders, or why they could not be read.</summary>
    public async Task<(IReadOnlyList<string> Orders, WriteOutcome? Failure)> OfAsync(StoredReturn returned, CancellationToken ct)
    {
        var (found, failure) = await OfLotsAsync([.. returned.Lines.Select(line => line.Text("ReturningInventoryLotId")).Where(lot => lot.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase)], ct);
        if (failure is not null || found.Count > 0) return (found, failure);
        if (returned.Header.Text("CustomerRequisitionNumber") is { Length: > 0 } requisition)
        {
            (found, failure) = await WithNumberAsync(requisition, ct);
            if (failure is not null || found.Count > 0) return (found, failure);
        }

        if (ReturnReference.OrderOf(returned.Header.Text("CustomersOrderReference")) is not { } reference) return ([], null);
        var listed = await orders.WithReferenceAsync(reference, ct);
        return ([.. listed.Records.Select(header => header.Text("SalesOrderNumber"))], listed.Failure);
    }

    private async Task<(IReadOnlyList<string> Orders, WriteOutcome? Failure)> OfLotsAsync(IReadOnlyList<string> lots, CancellationToken ct)
    {
        var found = new List<string>();
        foreach (var some in lots.Chunk(LotsOfOneCall))
        {
            var page = await client.AllAsync(settings.LineEntity, new EntityQuery
            {
                Filter = Filter.Any([.. some.Select(lot => Filter.Equal("InventoryLotId", lot))]), Select = ["InventoryLotId", "SalesOrderNumber"],
            }, ct);
            if (page.Failure is { } failure) return ([], failure);
            found.AddRange(page.Records.Where(line => some.Contains(line.Text("InventoryLotId"), StringComparer.OrdinalIgnoreCase)).Select(line => line.Text("SalesOrderNumber")));
        }

        return ([.. found.Distinct(StringComparer.OrdinalIgnoreCase)], null);
    }

    private async Task<(IReadOnlyList<string> Orders, WriteOutcome? Failure)> WithNumberAsync(string number, CancellationToken ct)
    {
        var page = await client.ListAsync(settings.HeaderEntity, new EntityQuery { Filter = Filter.Equal("SalesOrderNumber", number), Select = ["SalesOrderNumber"] }, ct);
        return ([.. page.Records.Select(header => header.Text("SalesOrderNumber")).Where(found => OrderComparison.Same(found, number))], page.Failure);
    }
}
