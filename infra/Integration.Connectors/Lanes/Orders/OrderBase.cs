using System.Text.Json;
using Integration.Connectors.Ports;
using Integration.Contracts.Orders;
using Integration.Contracts.Serialization;

namespace Integration.Connectors.Lanes.Orders;

/// <summary>The last agreed values of an order, kept with its link: ours, and what the ERP held after our last write.</summary>
/// <param name="Total">The shop's total.</param>
/// <param name="Currency">Its currency.</param>
/// <param name="Lines">How many lines the shop's order has.</param>
/// <param name="Erp">The ERP's order; null until a write answered it or it was read.</param>
internal sealed record OrderBase(decimal Total, string Currency, int Lines, ErpOrderContent? Erp)
{
    /// <summary>The base after a write, with what the ERP answered; null when it showed nothing.</summary>
    public static OrderBase Of(Order order, ErpOrderProgress? written) => new(order.Total, order.Currency, order.Lines.Count, written?.Content);

    /// <summary>Reads what a link holds.</summary>
    public static OrderBase? Parse(string? json) => json is null ? null : JsonSerializer.Deserialize<OrderBase>(json, ContractsJson.Options);

    /// <inheritdoc />
    public override string ToString() => JsonSerializer.Serialize(this, ContractsJson.Options);
}
