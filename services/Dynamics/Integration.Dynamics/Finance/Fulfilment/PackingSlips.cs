using Integration.Connectors.Outcomes;
using Integration.Dynamics.Finance.Protocol;
using Integration.Dynamics.Finance.SalesOrders;
using Integration.Dynamics.Protocol;

namespace Integration.Dynamics.Finance.Fulfilment;

/// <summary>
/// Reads packing slips: what left from one of the journals, carriers' numbers from <c>PackingSlipTrackingInformation</c>. Lines of shipping, tax and the like go along with a packing slip in
/// F&amp;O and are no part of a shipment; a slip of nothing else is none.
/// </summary>
internal sealed class PackingSlips(FinanceClient client, DynamicsSettings settings)
{
    private const string Tracking = "PackingSlipTrackingInformation";

    private static readonly string[] TrackingFields = ["SalesOrderNumber", "PackingSlipNumber", "DeliveryDate", "TrackingNumber"];

    private readonly IPackingSlipRows _journal = settings.PackingSlips == PackingSlipJournal.Sales ? new SalesJournal(client) : new ShipmentJournal(client);

    /// <summary>All slips of an order.</summary>
    public async Task<(IReadOnlyList<PackingSlip> Slips, WriteOutcome? Failure)> OfOrderAsync(string order, CancellationToken ct)
    {
        var (rows, unread) = await _journal.OfOrderAsync(order, ct);
        if (unread is not null) return ([], unread);
        var tracking = await client.AllAsync(Tracking, new EntityQuery { Filter = Filter.Equal("SalesOrderNumber", order), Select = TrackingFields }, ct);
        return tracking.Failure is { } failure
            ? ([], failure)
            : (Together(rows, tracking.Records.Where(row => OrderComparison.Same(row.Text("SalesOrderNumber"), order))), null);
    }

    /// <summary>All slips whose delivery date is not before a day, with the server's clock.</summary>
    public async Task<(IReadOnlyList<PackingSlip> Slips, WriteOutcome? Failure, DateTimeOffset? SourceTime)> SinceAsync(DateTimeOffset day, int pageSize, CancellationToken ct)
    {
        var (rows, unread, time) = await _journal.SinceAsync(day, pageSize, ct);
        if (unread is not null) return ([], unread, time);
        var tracking = await client.AllAsync(Tracking, new EntityQuery { Filter = Filter.Since("DeliveryDate", day), Select = TrackingFields, PageSize = pageSize }, ct);
        return tracking.Failure is { } failure ? ([], failure, time) : (Together(rows, tracking.Records), null, time);
    }

    private List<PackingSlip> Together(IReadOnlyList<JournalRow> rows, IEnumerable<FinanceRecord> tracking)
    {
        var journal = rows.Where(row => row.Line is not { } line || !OrderStatus.IsAmount(line, settings.Items)).ToLookup(row => row.Id);
        var numbers = tracking.ToLookup(row => new PackingSlipId(row.Text("SalesOrderNumber"), row.Text("PackingSlipNumber")));
        return [.. journal.Select(group => group.Key).Union(numbers.Select(group => group.Key)).Where(id => id is { Order.Length: > 0, Slip.Length: > 0 })
            .Select(id => Of(id, [.. journal[id]], [.. numbers[id]])).OrderBy(slip => slip.Id.ToString(), StringComparer.Ordinal)];
    }

    private static PackingSlip Of(PackingSlipId id, IReadOnlyList<JournalRow> journal, IReadOnlyList<FinanceRecord> tracking)
    {
        var active = journal.Where(row => row.IsActive).ToList();
        var shown = active.Count > 0 ? active : journal;
        return new PackingSlip(
            id,
            shown.Select(row => row.DeliveredOn).Concat(tracking.Select(row => row.Date("DeliveryDate"))).FirstOrDefault(date => date is not null) ?? DateOnly.MinValue,
            IsPosted: journal.Count == 0 || active.Count > 0,
            shown.Select(row => row.Carrier).FirstOrDefault(carrier => carrier.Length > 0) ?? "",
            [.. active.Select(row => row.Line).OfType<FinanceRecord>()],
            [.. tracking.Select(row => row.Text("TrackingNumber")).Where(number => number.Length > 0).Distinct(StringComparer.Ordinal)]);
    }
}
