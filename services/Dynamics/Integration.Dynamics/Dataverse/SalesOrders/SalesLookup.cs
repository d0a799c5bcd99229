using Integration.Connectors.Outcomes;
using Integration.Contracts.Operations;

namespace Integration.Dynamics.Dataverse.SalesOrders;

/// <summary>Finds orders by our reference; the alternate key allows only one.</summary>
internal sealed class SalesLookup(SalesStore store, DynamicsSettings settings)
{
    /// <summary>Looks by reference only.</summary>
    public async Task<LookOutcome> FindAsync(string reference, CancellationToken ct)
    {
        var (header, failure) = await store.HeaderAsync(reference, ct);
        if (failure is not null) return new LookOutcome.Failed(failure);
        return header is not { } found ? new LookOutcome.NotFound() : SaleRef.Of(found, settings.HasDualWrite) is { } link ? new LookOutcome.Same(link) : NotTakenOver(reference);
    }

    /// <summary>Looks by reference and compares what is found.</summary>
    public async Task<LookOutcome> FindAsync(string reference, Func<StoredSale, IReadOnlyList<Reason>> compare, IEnumerable<string> columns, CancellationToken ct)
    {
        var (order, failure) = await store.ReadAsync(reference, columns, ct);
        return failure is not null ? new LookOutcome.Failed(failure) : order is null ? new LookOutcome.NotFound() : Compared(order, reference, compare);
    }

    /// <summary>What a comparison says of an order.</summary>
    public LookOutcome Compared(StoredSale order, string reference, Func<StoredSale, IReadOnlyList<Reason>> compare)
    {
        if (SaleRef.Of(order.Header, settings.HasDualWrite) is not { } link) return NotTakenOver(reference);
        var differences = SalesState.IsCancelled(order) ? [new Reason("header.statecode", "The order is cancelled in Dataverse.")] : compare(order);
        return differences.Count == 0 ? new LookOutcome.Same(link) : new LookOutcome.Different(link, differences);
    }

    /// <summary>Why an order that stands in Dataverse alone is not there yet: it would never ship. The look is repeated, and the connection goes on.</summary>
    public static WriteOutcome.Rejected Waiting(string reference) => new(
        [new Reason("header.msdyn_salesordernumber", $"The order {reference} stands in Dataverse and has no number of F&O yet: dual-write has not taken it over. Look at the map of sales order headers (F&O, Data management, Dual-write) and at its errors.")]);

    private static LookOutcome.Failed NotTakenOver(string reference) => new(Waiting(reference));
}
