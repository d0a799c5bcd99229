using Integration.Connectors.Pairs.Lanes;
using Integration.Contracts.Orders;
using Integration.Contracts.Records;

namespace Integration.Connectors.Ports;

/// <summary>One movement of money to be booked.</summary>
/// <param name="Entry">What it is; its key is how the document is found again.</param>
/// <param name="ErpOrder">The ERP's order that it belongs to.</param>
/// <param name="Captures">Keys of the captures that a refund or void takes back.</param>
/// <param name="Settings">How the pair books.</param>
public sealed record PaymentPosting(PaymentEntry Entry, RecordRef ErpOrder, IReadOnlyList<string> Captures, PaymentLane Settings)
{
    /// <summary>The first attempt, for an order of which no money can be booked yet (<see cref="IErpPayments.IsNew"/>): nothing has to be looked for.</summary>
    public bool IsFirst { get; init; }
}
