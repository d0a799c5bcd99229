using Integration.Connectors.Outcomes;

namespace Integration.Connectors.Ports;

/// <summary>Reads what became of orders in the ERP.</summary>
public interface IFulfilmentReader
{
    /// <summary>Sales orders changed at or after <paramref name="since"/> by the ERP's clock.</summary>
    IAsyncEnumerable<ChangePage> OrdersChangedSinceAsync(DateTimeOffset since, CancellationToken ct);

    /// <summary>Shipments changed at or after <paramref name="since"/> by the ERP's clock.</summary>
    IAsyncEnumerable<ChangePage> ShipmentsChangedSinceAsync(DateTimeOffset since, CancellationToken ct);

    /// <summary>Reads one sales order's progress.</summary>
    Task<ReadOutcome<ErpOrderProgress>> ReadOrderAsync(string id, CancellationToken ct);

    /// <summary>Reads one shipment to a customer, confirmed or open; anything else is <see cref="ReadOutcome{T}.NotReady"/>.</summary>
    Task<ReadOutcome<ErpShipment>> ReadShipmentAsync(string id, CancellationToken ct);
}
