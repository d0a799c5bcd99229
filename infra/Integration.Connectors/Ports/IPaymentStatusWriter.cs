using Integration.Connectors.Outcomes;

namespace Integration.Connectors.Ports;

/// <summary>Sets the payment status of a storefront order, with which some shops say that it is cancelled. No money moves.</summary>
public interface IPaymentStatusWriter
{
    /// <summary>Reads the order's present payment status code and says whether it is <paramref name="code"/> already.</summary>
    Task<LookOutcome> LookAsync(string orderId, string code, CancellationToken ct);

    /// <summary>Writes the shop's payment status code. The shop may mail the customer and move its own stock.</summary>
    Task<WriteOutcome> SetAsync(string orderId, string code, CancellationToken ct);
}
