using System.Runtime.CompilerServices;
using Integration.Connectors.Outcomes;
using Integration.Connectors.Ports;
using Integration.Dynamics.Finance.Protocol;
using Integration.Dynamics.Finance.SalesOrders;
using Integration.Dynamics.Protocol;

namespace Integration.Dynamics.Finance.Fulfilment;

/// <summary>Reads what became of orders: sales orders and packing slips, by sweep and by key.</summary>
internal sealed class FinanceFulfilment(FinanceClient client, OrderStore store, DynamicsSettings settings) : IFulfilmentReader
{
    private const string Invoices = "SalesInvoiceHeadersV4";

    private readonly OrderSweep _sweep = new(client, settings);
    private readonly PackingSlips _slips = new(client, settings);

    /// <inheritdoc />
    public IAsyncEnumerable<ChangePage> OrdersChangedSinceAsync(DateTimeOffset since, CancellationToken ct) => _sweep.PagesAsync(ct);

    /// <inheritdoc />
    public async IAsyncEnumerable<ChangePage> ShipmentsChangedSinceAsync(DateTimeOffset since, [EnumeratorCancellation] CancellationToken ct)
    {
        var day = new DateTimeOffset(since.UtcDateTime.Date, TimeSpan.Zero) - settings.ShipmentsWithin;
        var (slips, failure, time) = await _slips.SinceAsync(day, settings.PageSize, ct);
        yield return new ChangePage([.. slips.Select(ShipmentReading.Listed)], time, Last: failure is null, failure) { IsWhole = true };
    }

    /// <inheritdoc />
    public async Task<ReadOutcome<ErpOrderProgress>> ReadOrderAsync(string id, CancellationToken ct)
    {
        var (order, failure) = await store.ReadAsync(id, [], ct);
        if (failure is not null) return Failed<ErpOrderProgress>(failure);
        if (order is null) return new ReadOutcome<ErpOrderProgress>.NotFound();
        IReadOnlyList<PackingSlip> slips = [];
        if (OrderStatus.HasDeliveries(order))
        {
            (slips, failure) = await _slips.OfOrderAsync(order.Number, ct);
            if (failure is not null) return Failed<ErpOrderProgress>(failure);
        }

        var posted = slips.Where(slip => slip.IsPosted).ToList();
        var shipped = posted.SelectMany(slip => slip.Lines).GroupBy(line => line.Text("InventoryLotId"), StringComparer.OrdinalIgnoreCase)
            .ToDictionary(same => same.Key, same => same.Sum(line => line.Number("ShippedQuantity") ?? 0), StringComparer.OrdinalIgnoreCase);
        var (invoices, unread) = OrderStatus.HasInvoices(order) ? await InvoicesAsync(order.Number, ct) : ([], null);
        return unread is not null
            ? Failed<ErpOrderProgress>(unread)
            : new ReadOutcome<ErpOrderProgress>.Found(OrderReading.Of(order, settings.Items, [.. posted.Select(slip => slip.Id.ToString())], invoices, shipped));
    }

    /// <inheritdoc />
    public async Task<ReadOutcome<ErpShipment>> ReadShipmentAsync(string id, CancellationToken ct)
    {
        if (PackingSlipId.Parse(id) is not { } key) return new ReadOutcome<ErpShipment>.NotFound();
        var (slips, failure) = await _slips.OfOrderAsync(key.Order, ct);
        if (failure is not null) return Failed<ErpShipment>(failure);
        return slips.FirstOrDefault(slip => slip.Id.ToString().Equals(id, StringComparison.OrdinalIgnoreCase)) is { } found
            ? new ReadOutcome<ErpShipment>.Found(ShipmentReading.Of(found))
            : new ReadOutcome<ErpShipment>.NotFound();
    }

    private async Task<(IReadOnlyList<string> Numbers, WriteOutcome? Failure)> InvoicesAsync(string order, CancellationToken ct)
    {
        var page = await client.AllAsync(Invoices, new EntityQuery { Filter = Filter.Equal("SalesOrderNumber", order), Select = ["InvoiceNumber", "SalesOrderNumber"] }, ct);
        return ([.. page.Records.Where(invoice => OrderComparison.Same(invoice.Text("SalesOrderNumber"), order)).Select(invoice => invoice.Text("InvoiceNumber")).Where(number => number.Length > 0)
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)], page.Failure);
    }

    private static ReadOutcome<T> Failed<T>(WriteOutcome failure) => failure is WriteOutcome.Rejected rejected
        ? new ReadOutcome<T>.Unreadable(rejected.Reasons)
        : new ReadOutcome<T>.Failed(failure);
}
