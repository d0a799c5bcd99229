using Integration.Connectors.Pairs;
using Integration.Contracts.Amounts;
using Integration.Contracts.Operations;
using Integration.Contracts.Orders;
using Integration.Platform.Database;

namespace Integration.Connectors.Lanes.Returns;

/// <summary>Keeps one entry on the attention list while the ERP owes a customer money that the shop has not given back.</summary>
internal sealed class RefundWatch(Timeline timeline)
{
    /// <summary>Raises, changes or clears the entry; gives what is known with the amount that was asked for.</summary>
    public async Task<ReturnsOfOrder> FollowAsync(IUnit unit, PairDefinition pair, Order order, ReturnsOfOrder known, CancellationToken ct)
    {
        var open = pair.Lanes.Returns is { RefundAtProvider: true } ? OwedRefund.Of(known, MoneyOfOrder.Of(order), order.Currency) : 0;
        if (open == known.Asked) return known;
        if (open == 0)
        {
            await timeline.ClearAsync(unit, order.Key, AttentionClasses.RefundAtProvider, "The shop has given the money back.", ct);
            return known with { Asked = 0 };
        }

        var amount = new Money(open, order.Currency);
        if (known.Asked != 0) await timeline.ClearAsync(unit, order.Key, AttentionClasses.RefundAtProvider, $"It is {amount} now.", ct);
        await timeline.RaiseAsync(unit, LaneNames.Returns, order.Key, order.Number, AttentionClasses.RefundAtProvider,
            [new Reason("refund", $"The ERP credited the customer, and the shop has not given back {amount} of it.")],
            $"Refund {amount} of order {order.Number} in the shop's admin area (or at the payment provider, and mark the entry done). The entry closes by itself when the shop shows the refund.",
            null, ct);
        return known with { Asked = open };
    }
}
