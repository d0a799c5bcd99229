using Integration.Connectors.Outcomes;
using Integration.Dynamics.Finance.Protocol;
using Integration.Dynamics.Finance.SalesOrders;
using Integration.Dynamics.Protocol;

namespace Integration.Dynamics.Finance.Fulfilment;

/// <summary><c>ShipmentPackingSlipJournalHeaders</c> and their lines. A slip that is corrected gets another version; lines name the version and their order.</summary>
internal sealed class ShipmentJournal(FinanceClient client) : IPackingSlipRows
{
    private const string Headers = "ShipmentPackingSlipJournalHeaders";
    private const string Lines = "ShipmentPackingSlipJournalLines";
    private const string Version = "ShipmentPackingSlipVersionNumber";
    private const string Order = "ConsignerOrderNumber";
    private const int VersionsOfOneCall = 20;

    private static readonly string[] HeaderFields = [Version, "ShipmentPackingSlipNumber", "DeliveryDate", "IsActive", "ShippingCarrierId"];
    private static readonly string[] LineFields = [Version, "InventoryLotId", Order, "ItemNumber", "ShippedQuantity"];

    /// <inheritdoc />
    public async Task<(IReadOnlyList<JournalRow> Rows, WriteOutcome? Failure)> OfOrderAsync(string order, CancellationToken ct)
    {
        var lines = await client.AllAsync(Lines, new EntityQuery { Filter = Filter.Equal(Order, order), Select = LineFields }, ct);
        if (lines.Failure is { } unread) return ([], unread);
        var ours = lines.Records.Where(line => OrderComparison.Same(line.Text(Order), order)).ToList();
        var headers = new List<FinanceRecord>();
        foreach (var versions in ours.Select(line => line.Text(Version)).Distinct(StringComparer.OrdinalIgnoreCase).Chunk(VersionsOfOneCall))
        {
            var page = await client.AllAsync(Headers, new EntityQuery { Filter = Filter.Any([.. versions.Select(version => Filter.Equal(Version, version))]), Select = HeaderFields }, ct);
            if (page.Failure is { } failure) return ([], failure);
            headers.AddRange(page.Records);
        }

        return (Rows(headers, ours), null);
    }

    /// <inheritdoc />
    public async Task<(IReadOnlyList<JournalRow> Rows, WriteOutcome? Failure, DateTimeOffset? SourceTime)> SinceAsync(DateTimeOffset day, int pageSize, CancellationToken ct)
    {
        var headers = await client.AllAsync(Headers, new EntityQuery { Filter = Filter.Since("DeliveryDate", day), Select = HeaderFields, Expand = Lines, PageSize = pageSize }, ct);
        return headers.Failure is { } failure ? ([], failure, headers.SourceTime) : (Rows(headers.Records, [.. headers.Records.SelectMany(header => header.Rows(Lines))]), null, headers.SourceTime);
    }

    private static List<JournalRow> Rows(IReadOnlyList<FinanceRecord> headers, IReadOnlyList<FinanceRecord> lines)
    {
        var byVersion = headers.ToLookup(header => header.Text(Version), StringComparer.OrdinalIgnoreCase);
        return [.. lines.SelectMany(line => byVersion[line.Text(Version)].Select(header => new JournalRow(
            new PackingSlipId(line.Text(Order), header.Text("ShipmentPackingSlipNumber")), header.Date("DeliveryDate"), header.Text("ShippingCarrierId"), header.Flag("IsActive"), line)))];
    }
}
