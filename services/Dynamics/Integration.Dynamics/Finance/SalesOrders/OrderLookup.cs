using Integration.Connectors.Outcomes;
using Integration.Contracts.Operations;
using Integration.Contracts.OrderToCash;
using Integration.Dynamics.Finance.Protocol;

namespace Integration.Dynamics.Finance.SalesOrders;

/// <summary>Finds orders by our reference; several matches go to a person.</summary>
internal sealed class OrderLookup(OrderStore store, DynamicsSettings settings, UniqueNumber unique)
{
    /// <summary>Looks by reference only.</summary>
    public async Task<LookOutcome> FindAsync(string reference, CancellationToken ct)
    {
        var (found, _) = await OnlyOneAsync(reference, ct);
        return found;
    }

    /// <summary>Looks by reference and compares what is found.</summary>
    public async Task<LookOutcome> FindAsync(string reference, OrderDocument document, CancellationToken ct)
    {
        var (found, header) = await OnlyOneAsync(reference, ct);
        if (header is not { } only) return found;
        var (lines, failure) = await store.LinesAsync(only.Text("SalesOrderNumber"), ct);
        return failure is not null ? new LookOutcome.Failed(failure) : Compared(new StoredOrder(only, lines), stored => OrderComparison.Differences(document, stored));
    }

    /// <summary>Reads an order and compares it.</summary>
    public async Task<LookOutcome> CompareAsync(string number, IEnumerable<string> fields, Func<StoredOrder, IReadOnlyList<Reason>> compare, CancellationToken ct)
    {
        var (order, failure) = await store.ReadAsync(number, fields, ct);
        return failure is not null ? new LookOutcome.Failed(failure) : order is null ? new LookOutcome.NotFound() : Compared(order, compare);
    }

    private async Task<(LookOutcome Found, FinanceRecord? Only)> OnlyOneAsync(string reference, CancellationToken ct)
    {
        var page = await store.WithReferenceAsync(reference, ct);
        if (page.Failure is { } failure) return (new LookOutcome.Failed(failure), null);
        var numbers = page.Records.Select(header => header.Text("SalesOrderNumber")).ToList();
        if (numbers.Count > 1) unique.Disprove();
        return numbers switch
        {
            [] => (new LookOutcome.NotFound(), null),
            [var only] => (new LookOutcome.Same(OrderId.Ref(only)), page.Records[0]),
            [var first, ..] => (new LookOutcome.Different(OrderId.Ref(first),
                [new Reason("header.CustomersOrderReference", $"Several orders carry {reference}: {string.Join(", ", numbers)}. Keep one, clear the customer reference on the others.")]), null),
        };
    }

    private LookOutcome Compared(StoredOrder order, Func<StoredOrder, IReadOnlyList<Reason>> compare)
    {
        var differences = OrderStatus.Of(order, settings.Items) == ErpOrderStatus.Cancelled ? [new Reason("header.SalesOrderStatus", "The order is cancelled in F&O.")] : compare(order);
        return differences.Count == 0 ? new LookOutcome.Same(OrderId.Ref(order.Number)) : new LookOutcome.Different(OrderId.Ref(order.Number), differences);
    }
}
