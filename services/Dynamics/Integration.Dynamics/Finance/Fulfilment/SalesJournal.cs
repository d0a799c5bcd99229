using Integration.Connectors.Outcomes;
using Integration.Dynamics.Finance.Protocol;
using Integration.Dynamics.Finance.SalesOrders;
using Integration.Dynamics.Protocol;

namespace Integration.Dynamics.Finance.Fulfilment;

/// <summary><c>CustPackingSlipJourBiEntities</c>: the packing slips of sales orders without their lines. One whose quantity is nothing any more was cancelled.</summary>
internal sealed class SalesJournal(FinanceClient client) : IPackingSlipRows
{
    private const string Set = "CustPackingSlipJourBiEntities";

    private static readonly string[] Fields = ["SalesId", "PackingSlipId", "DeliveryDate", "ShipCarrierId", "Qty"];

    /// <inheritdoc />
    public async Task<(IReadOnlyList<JournalRow> Rows, WriteOutcome? Failure)> OfOrderAsync(string order, CancellationToken ct)
    {
        var page = await client.AllAsync(Set, new EntityQuery { Filter = Filter.Equal("SalesId", order), Select = Fields }, ct);
        return ([.. page.Records.Where(slip => OrderComparison.Same(slip.Text("SalesId"), order)).Select(Row)], page.Failure);
    }

    /// <inheritdoc />
    public async Task<(IReadOnlyList<JournalRow> Rows, WriteOutcome? Failure, DateTimeOffset? SourceTime)> SinceAsync(DateTimeOffset day, int pageSize, CancellationToken ct)
    {
        var page = await client.AllAsync(Set, new EntityQuery { Filter = Filter.Since("DeliveryDate", day), Select = Fields, PageSize = pageSize }, ct);
        return ([.. page.Records.Select(Row)], page.Failure, page.SourceTime);
    }

    private static JournalRow Row(FinanceRecord slip) => new(
        new PackingSlipId(slip.Text("SalesId"), slip.Text("PackingSlipId")), slip.Date("DeliveryDate"), slip.Text("ShipCarrierId"), slip.Number("Qty") is not 0m, null);
}
