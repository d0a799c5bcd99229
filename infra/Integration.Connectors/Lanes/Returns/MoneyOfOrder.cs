using Integration.Contracts.Orders;

namespace Integration.Connectors.Lanes.Returns;

/// <summary>What the shop took and gave back, as it shows it.</summary>
/// <param name="Paid">What was taken.</param>
/// <param name="Refunded">What was given back of it.</param>
internal sealed record MoneyOfOrder(decimal Paid, decimal Refunded)
{
    /// <summary>Reads it from an order.</summary>
    public static MoneyOfOrder Of(Order order)
    {
        if (order.PaymentStatus == PaymentStatus.Refunded) return new MoneyOfOrder(order.Total, order.Total);
        var refunded = order.Payments.Where(payment => payment.State == PaymentState.Refunded).Sum(payment => payment.Amount);
        var taken = order.Payments.Where(payment => payment.State is PaymentState.Captured or PaymentState.Refunded).Sum(payment => payment.Amount);
        return new MoneyOfOrder(order.PaymentStatus == PaymentStatus.Paid ? Math.Max(taken, order.Total) : taken, refunded);
    }
}
