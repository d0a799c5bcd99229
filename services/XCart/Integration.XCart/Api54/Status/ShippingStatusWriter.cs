using System.Text.Json.Nodes;
using Integration.Connectors.Outcomes;
using Integration.Connectors.Ports;
using Integration.Contracts.Operations;
using Integration.XCart.Api;
using Integration.XCart.Api54.Orders;
using Integration.XCart.Api54.Orders.Wire;
using Integration.XCart.Api54.Protocol;

namespace Integration.XCart.Api54.Status;

/// <summary>
/// Sets an order's shipping status. The shop then acts as if its staff had done it: it mails the customer and, by its own table of
/// statuses, may put the goods back in stock or take them out again. Repeated one after another this does nothing; in parallel it multiplies
/// (eight parallel cancels gave back seven pieces of one), so that one write per order may be under way.
/// </summary>
internal sealed class ShippingStatusWriter(RestApi shop) : IFulfilmentStatusWriter
{
    private volatile string[] _codes = [];

    /// <summary>Not this code yet is <see cref="LookOutcome.NotFound"/>: the write may go ahead.</summary>
    public async Task<LookOutcome> LookAsync(string orderId, string code, CancellationToken ct) =>
        await PlacedOrder.ReadAsync(shop, orderId, ct) switch
        {
            PlacedOrder.Ready order when order.Order.ShippingStatus?.Code == code => new LookOutcome.Same(order.Ref),
            PlacedOrder.Not not => new LookOutcome.Failed(not.Outcome),
            _ => new LookOutcome.NotFound(),
        };

    public async Task<WriteOutcome> SetAsync(string orderId, string code, CancellationToken ct)
    {
        var look = await PlacedOrder.ReadAsync(shop, orderId, ct);
        if (look is PlacedOrder.Not not) return not.Outcome;
        var order = (PlacedOrder.Ready)look;
        if (order.Order.ShippingStatus?.Code == code) return new WriteOutcome.AlreadyDone(order.Ref);
        if (await RefusalAsync(code, ct) is { } refusal) return refusal;

        var answer = await shop.PutAsync<StoredOrder>(order.Path, new JsonObject { ["shippingStatus"] = new JsonObject { ["code"] = code } }, ct);
        return answer switch
        {
            ShopAnswer<StoredOrder>.Failed failed => failed.Outcome,
            ShopAnswer<StoredOrder>.Given given when given.Value.ShippingStatus?.Code == code =>
                new WriteOutcome.Done(order.Ref, new JsonObject { ["shippingStatus"] = code, ["changedAt"] = given.Value.ChangedAt }.ToJsonString()),
            ShopAnswer<StoredOrder>.Given given => Rejected($"The shop kept the shipping status {given.Value.ShippingStatus?.Code}."),
            _ => Rejected("The shop has no such order; it was deleted."),
        };
    }

    // What the shop does with a code that it does not have is not known, so it is never sent.
    private async Task<WriteOutcome?> RefusalAsync(string code, CancellationToken ct)
    {
        if (_codes.Contains(code)) return null;
        switch (await shop.ListAsync<StoredStatus>("order-status-shipping", "", ct))
        {
            case ShopAnswer<IReadOnlyList<StoredStatus>>.Failed failed:
                return failed.Outcome;
            case ShopAnswer<IReadOnlyList<StoredStatus>>.Given given:
                _codes = [.. given.Value.Select(status => status.Code).OfType<string>()];
                break;
        }

        return _codes.Contains(code)
            ? null
            : Rejected($"The shop has no shipping status with the code {code}; it has {string.Join(", ", _codes)}. Correct the pair's lookup fulfilment-status.");
    }

    private static WriteOutcome.Rejected Rejected(string message) => new([new Reason("shippingStatus", message)]);
}
