using Integration.Connectors.Outcomes;

namespace Integration.Connectors.Ports;

/// <summary>Sets the fulfilment status of a storefront order.</summary>
public interface IFulfilmentStatusWriter
{
    /// <summary>Reads the order's present status code and says whether it is <paramref name="code"/> already.</summary>
    Task<LookOutcome> LookAsync(string orderId, string code, CancellationToken ct);

    /// <summary>Writes the shop's status code. The shop may mail the customer and move its own stock.</summary>
    Task<WriteOutcome> SetAsync(string orderId, string code, CancellationToken ct);
}
