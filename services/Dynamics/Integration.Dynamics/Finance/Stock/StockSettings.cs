using System.Text.Json.Serialization;
using Integration.Connectors.Ports;

namespace Integration.Dynamics.Finance.Stock;

/// <summary>How stock is read, from <c>settings.stock</c> of the connection.</summary>
internal sealed record StockSettings
{
    /// <summary>The figure that is sold from.</summary>
    public StockQuantity Quantity { get; init; } = StockQuantity.AvailableOnHand;

    /// <summary>What is written on orders as their reservation; null leaves it to the parameters of accounts receivable, which usually reserve nothing.</summary>
    public Reservation? Reservation { get; init; }

    /// <summary>From when on the figure has an order deducted; null for what follows from figure and reservation.</summary>
    public CountsOrdersFrom? CountsOrdersFrom { get; init; }

    /// <summary>Warehouses that are read; empty for the connection's warehouse, or all where none is set.</summary>
    public IReadOnlyList<string> Warehouses { get; init; } = [];

    /// <summary>What counts. On hand falls when a packing slip is posted; available falls with a reservation, which only automatic reservation makes at once.</summary>
    [JsonIgnore]
    public CountsOrdersFrom Counts => CountsOrdersFrom ?? (Quantity, Reservation) switch
    {
        (StockQuantity.OnHand, _) => Connectors.Ports.CountsOrdersFrom.Shipped,
        (_, Stock.Reservation.Automatic) => Connectors.Ports.CountsOrdersFrom.Created,
        _ => Connectors.Ports.CountsOrdersFrom.Reserved,
    };
}
