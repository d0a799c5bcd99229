using System.Text.Json.Serialization;
using Integration.Connectors.Ports;

namespace Integration.Acumatica.Stock;

/// <summary>How stock is read, from <c>settings.stock</c> of the connection.</summary>
internal sealed record StockSettings
{
    /// <summary>
    /// Name of a generic inquiry exposed via OData with the columns InventoryID, WarehouseID, OnHand, Available, ForShipping, LastModifiedDateTime and,
    /// if safety stock goes by item class, ItemClass. Null reads by the endpoint's own inquiries, which have no pages.
    /// </summary>
    public string? Inquiry { get; init; }

    /// <summary>The figure that is sold from.</summary>
    public StockQuantity Quantity { get; init; } = StockQuantity.Available;

    /// <summary>From when on the figure has an order deducted; null for what is usual with the figure.</summary>
    public CountsOrdersFrom? CountsOrdersFrom { get; init; }

    /// <summary>Warehouses that are read; empty for the connection's warehouse, or the sum of all where none is set.</summary>
    public IReadOnlyList<string> Warehouses { get; init; } = [];

    /// <summary>What counts.</summary>
    /// <remarks>
    /// Available: by default orders on hold (SO Prepared) are not deducted, open ones (SO Booked) are. Available for shipping deducts what is on
    /// shipments. On hand falls when inventory is updated, at the order's completion.
    /// </remarks>
    [JsonIgnore]
    public CountsOrdersFrom Counts => CountsOrdersFrom ?? Quantity switch
    {
        StockQuantity.Available => Connectors.Ports.CountsOrdersFrom.OffHold,
        StockQuantity.ForShipping => Connectors.Ports.CountsOrdersFrom.Reserved,
        _ => Connectors.Ports.CountsOrdersFrom.Shipped,
    };
}
