using Integration.Contracts.Orders;

namespace Integration.Connectors.Pairs;

/// <summary>Which orders the pair takes; others are listed as waiting.</summary>
public sealed record ImportRule
{
    /// <summary>Payment statuses that are taken.</summary>
    public IReadOnlyList<PaymentStatus> PaymentStatuses { get; init; } = [PaymentStatus.Authorised, PaymentStatus.PartlyPaid, PaymentStatus.Paid];

    /// <summary>Fulfilment statuses that are taken.</summary>
    public IReadOnlyList<FulfilmentStatus> FulfilmentStatuses { get; init; } =
        [FulfilmentStatus.New, FulfilmentStatus.Processing, FulfilmentStatus.PartlyShipped, FulfilmentStatus.Shipped, FulfilmentStatus.Delivered];

    /// <summary>True when the order is to be taken now.</summary>
    public bool Takes(Order order) =>
        PaymentStatuses.Contains(order.PaymentStatus) && FulfilmentStatuses.Contains(order.FulfilmentStatus);
}
